CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`about_id` text NOT NULL,
	`for_organisation_id` text,
	`for_employer_id` text,
	`for_coordinators` integer DEFAULT false NOT NULL,
	`candidate_id` text,
	`proposal_id` text,
	`vacancy_id` text,
	`from_party` text NOT NULL,
	`created_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`for_organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`for_employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "task_kind_check" CHECK("task"."kind" in ('question', 'correction', 'withdrawal', 'erasure_wish', 'retention', 'handover', 'joining', 'offer_declined', 'approval', 'approval_answer', 'duplicate', 'code_check', 'merged', 'confirmation', 'confirmed')),
	CONSTRAINT "task_from_party_check" CHECK("task"."from_party" in ('candidate', 'caseworker', 'employer', 'coordinator', 'clock')),
	CONSTRAINT "task_for_one_check" CHECK((case when "task"."for_organisation_id" is null then 0 else 1 end) + (case when "task"."for_employer_id" is null then 0 else 1 end) + (case when "task"."for_coordinators" then 1 else 0 end) = 1),
	CONSTRAINT "task_employer_check" CHECK("task"."for_employer_id" is null or ("task"."candidate_id" is null and "task"."proposal_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_open_unique` ON `task` (`kind`,`about_id`) WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX `task_organisation_index` ON `task` (`for_organisation_id`,`due_on`,`id`) WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX `task_employer_index` ON `task` (`for_employer_id`,`due_on`,`id`) WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX `task_coordinators_index` ON `task` (`for_coordinators`,`due_on`,`id`) WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX `task_done_index` ON `task` (`done_at`);
--> statement-breakpoint
CREATE INDEX `task_candidate_index` ON `task` (`candidate_id`);
--> statement-breakpoint
CREATE INDEX `task_proposal_index` ON `task` (`proposal_id`);
--> statement-breakpoint
CREATE INDEX `task_vacancy_index` ON `task` (`vacancy_id`);
--> statement-breakpoint
CREATE INDEX `task_for_organisation_index` ON `task` (`for_organisation_id`,`done_at`);
--> statement-breakpoint
CREATE INDEX `task_for_employer_index` ON `task` (`for_employer_id`,`done_at`);
--> statement-breakpoint
-- What waits already.
INSERT INTO task (id, kind, about_id, for_organisation_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || q.id, 'question', q.id, p.organisation_id, p.candidate_id, p.id, p.vacancy_id, 'candidate', q.asked_at, date(q.asked_at / 1000 + 2 * 86400, 'unixepoch', '+2 hours')
FROM proposal_question q JOIN proposal p ON p.id = q.proposal_id WHERE q.answer IS NULL AND p.state NOT IN ('completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended');
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_organisation_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || c.id, 'correction', c.id, i.organisation_id, c.candidate_id, NULL, NULL, 'candidate', c.created_at, date(c.created_at / 1000 + 7 * 86400, 'unixepoch', '+2 hours')
FROM correction c JOIN candidate k ON k.id = c.candidate_id JOIN involvement i ON i.id = k.lead_id WHERE c.state = 'open';
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_coordinators, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || a.vacancy_id, 'approval', a.vacancy_id, 1, NULL, NULL, a.vacancy_id, 'employer', a.asked_at, date(a.asked_at / 1000 + 5 * 86400, 'unixepoch', '+2 hours')
FROM acceptance_approval a WHERE a.decision IS NULL;
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_employer_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-answer-' || a.vacancy_id, 'approval_answer', a.vacancy_id, v.employer_id, NULL, NULL, a.vacancy_id, 'coordinator', a.decided_at, date(a.decided_at / 1000 + 14 * 86400, 'unixepoch', '+2 hours')
FROM acceptance_approval a JOIN vacancy v ON v.id = a.vacancy_id WHERE a.decision IS NOT NULL AND a.decided_at IS NOT NULL AND v.employer_id IS NOT NULL AND v.state IN ('draft', 'paused');
