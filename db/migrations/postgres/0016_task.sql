CREATE TABLE "task" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"about_id" text collate "C" NOT NULL,
	"for_organisation_id" text collate "C",
	"for_employer_id" text collate "C",
	"for_coordinators" boolean DEFAULT false NOT NULL,
	"candidate_id" text collate "C",
	"proposal_id" text collate "C",
	"vacancy_id" text collate "C",
	"from_party" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"done_at" bigint,
	"done_by" text collate "C",
	CONSTRAINT "task_kind_check" CHECK ("task"."kind" in ('question', 'correction', 'withdrawal', 'erasure_wish', 'retention', 'handover', 'joining', 'offer_declined', 'approval', 'approval_answer', 'duplicate', 'code_check', 'merged', 'confirmation', 'confirmed')),
	CONSTRAINT "task_from_party_check" CHECK ("task"."from_party" in ('candidate', 'caseworker', 'employer', 'coordinator', 'clock')),
	CONSTRAINT "task_for_one_check" CHECK ((case when "task"."for_organisation_id" is null then 0 else 1 end) + (case when "task"."for_employer_id" is null then 0 else 1 end) + (case when "task"."for_coordinators" then 1 else 0 end) = 1),
	CONSTRAINT "task_employer_check" CHECK ("task"."for_employer_id" is null or ("task"."candidate_id" is null and "task"."proposal_id" is null))
);
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_for_organisation_id_organisation_id_fk" FOREIGN KEY ("for_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_for_employer_id_employer_id_fk" FOREIGN KEY ("for_employer_id") REFERENCES "public"."employer"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_vacancy_id_vacancy_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancy"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "task_open_unique" ON "task" USING btree ("kind","about_id") WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX "task_organisation_index" ON "task" USING btree ("for_organisation_id","due_on","id") WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX "task_employer_index" ON "task" USING btree ("for_employer_id","due_on","id") WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX "task_coordinators_index" ON "task" USING btree ("for_coordinators","due_on","id") WHERE done_at is null;
--> statement-breakpoint
CREATE INDEX "task_done_index" ON "task" USING btree ("done_at");
--> statement-breakpoint
CREATE INDEX "task_candidate_index" ON "task" USING btree ("candidate_id");
--> statement-breakpoint
CREATE INDEX "task_proposal_index" ON "task" USING btree ("proposal_id");
--> statement-breakpoint
CREATE INDEX "task_vacancy_index" ON "task" USING btree ("vacancy_id");
--> statement-breakpoint
CREATE INDEX "task_for_organisation_index" ON "task" USING btree ("for_organisation_id","done_at");
--> statement-breakpoint
CREATE INDEX "task_for_employer_index" ON "task" USING btree ("for_employer_id","done_at");
--> statement-breakpoint
-- What waits already.
INSERT INTO task (id, kind, about_id, for_organisation_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || q.id, 'question', q.id, p.organisation_id, p.candidate_id, p.id, p.vacancy_id, 'candidate', q.asked_at, to_char(to_timestamp(q.asked_at / 1000.0) at time zone 'Europe/Riga' + interval '2 days', 'YYYY-MM-DD')
FROM proposal_question q JOIN proposal p ON p.id = q.proposal_id WHERE q.answer IS NULL AND p.state NOT IN ('completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended');
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_organisation_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || c.id, 'correction', c.id, i.organisation_id, c.candidate_id, NULL, NULL, 'candidate', c.created_at, to_char(to_timestamp(c.created_at / 1000.0) at time zone 'Europe/Riga' + interval '7 days', 'YYYY-MM-DD')
FROM correction c JOIN candidate k ON k.id = c.candidate_id JOIN involvement i ON i.id = k.lead_id WHERE c.state = 'open';
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_coordinators, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-' || a.vacancy_id, 'approval', a.vacancy_id, true, NULL, NULL, a.vacancy_id, 'employer', a.asked_at, to_char(to_timestamp(a.asked_at / 1000.0) at time zone 'Europe/Riga' + interval '5 days', 'YYYY-MM-DD')
FROM acceptance_approval a WHERE a.decision IS NULL;
--> statement-breakpoint
INSERT INTO task (id, kind, about_id, for_employer_id, candidate_id, proposal_id, vacancy_id, from_party, created_at, due_on)
SELECT 'task-answer-' || a.vacancy_id, 'approval_answer', a.vacancy_id, v.employer_id, NULL, NULL, a.vacancy_id, 'coordinator', a.decided_at, to_char(to_timestamp(a.decided_at / 1000.0) at time zone 'Europe/Riga' + interval '14 days', 'YYYY-MM-DD')
FROM acceptance_approval a JOIN vacancy v ON v.id = a.vacancy_id WHERE a.decision IS NOT NULL AND a.decided_at IS NOT NULL AND v.employer_id IS NOT NULL AND v.state IN ('draft', 'paused');
