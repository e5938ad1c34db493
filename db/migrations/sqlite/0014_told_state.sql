PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`vacancy_id` text NOT NULL,
	`employer_id` text,
	`candidate_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`state_since` integer NOT NULL,
	`told_state` text,
	`told_version` integer,
	`since_day` text DEFAULT '' NOT NULL,
	`deadline_at` integer,
	`code` text,
	`shown` text,
	`to_discuss` text DEFAULT '[]' NOT NULL,
	`acceptance` text,
	`interview_at` integer,
	`interview_place` text,
	`start_on` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "proposal_state_check" CHECK("__new_proposal"."state" in ('draft', 'asked', 'consented', 'sent', 'interested', 'named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended')),
	CONSTRAINT "proposal_told_state_check" CHECK("__new_proposal"."told_state" in ('sent', 'interested', 'named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended')),
	CONSTRAINT "proposal_told_check" CHECK(("__new_proposal"."told_state" is null) = ("__new_proposal"."told_version" is null)),
	CONSTRAINT "proposal_employer_check" CHECK("__new_proposal"."employer_id" is not null or "__new_proposal"."state" in ('draft', 'withdrawn')),
	CONSTRAINT "proposal_start_check" CHECK("__new_proposal"."state" not in ('started', 'followed', 'completed', 'ended') or "__new_proposal"."start_on" is not null)
);
--> statement-breakpoint
-- What an employer was sent before it knows as it stands.
INSERT INTO `__new_proposal`("id", "vacancy_id", "employer_id", "candidate_id", "organisation_id", "state", "state_since", "told_state", "told_version", "since_day", "deadline_at", "code", "shown", "to_discuss", "acceptance", "interview_at", "interview_place", "start_on", "created_at", "version") SELECT "id", "vacancy_id", "employer_id", "candidate_id", "organisation_id", "state", "state_since", CASE WHEN "shown" IS NOT NULL THEN "state" END, CASE WHEN "shown" IS NOT NULL THEN "version" END, "since_day", "deadline_at", "code", "shown", "to_discuss", "acceptance", "interview_at", "interview_place", "start_on", "created_at", "version" FROM `proposal`;
--> statement-breakpoint
DROP TABLE `proposal`;
--> statement-breakpoint
ALTER TABLE `__new_proposal` RENAME TO `proposal`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_live_unique` ON `proposal` (`vacancy_id`,`candidate_id`) WHERE state not in ('completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended');
--> statement-breakpoint
CREATE INDEX `proposal_candidate_index` ON `proposal` (`candidate_id`,`state_since`,`id`);
--> statement-breakpoint
CREATE INDEX `proposal_organisation_index` ON `proposal` (`organisation_id`,`state`,`state_since`,`id`);
--> statement-breakpoint
CREATE INDEX `proposal_employer_index` ON `proposal` (`employer_id`,`told_state`,`since_day`,`id`);
--> statement-breakpoint
CREATE INDEX `proposal_untold_index` ON `proposal` (`state_since`) WHERE (told_state <> state or (told_state is null and state = 'sent'));
--> statement-breakpoint
CREATE INDEX `proposal_vacancy_index` ON `proposal` (`vacancy_id`,`state`);
--> statement-breakpoint
CREATE INDEX `proposal_deadline_index` ON `proposal` (`state`,`deadline_at`);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_code_unique` ON `proposal` (`code`);
--> statement-breakpoint
-- The guards that the database keeps itself (db/store/guards.ts).
DROP TRIGGER IF EXISTS proposal_state_moves;
--> statement-breakpoint
CREATE TRIGGER proposal_state_moves BEFORE UPDATE OF state ON proposal WHEN old.state <> new.state AND old.state || '>' || new.state NOT IN ('draft>asked', 'asked>consented', 'asked>declined_by_candidate', 'interested>declined_by_candidate', 'asked>consent_expired', 'interested>consent_expired', 'consented>sent', 'sent>interested', 'sent>declined_by_employer', 'interested>declined_by_employer', 'named>declined_by_employer', 'interview>declined_by_employer', 'sent>no_answer', 'interested>named', 'named>interview', 'named>offered', 'interview>offered', 'offered>accepted', 'named>declined_by_candidate', 'interview>declined_by_candidate', 'offered>declined_by_candidate', 'accepted>started', 'accepted>not_started', 'started>followed', 'followed>followed', 'followed>completed', 'started>ended', 'followed>ended', 'draft>withdrawn', 'asked>withdrawn', 'consented>withdrawn', 'sent>withdrawn', 'interested>withdrawn', 'named>withdrawn', 'interview>withdrawn', 'offered>withdrawn', 'accepted>withdrawn', 'draft>vacancy_filled', 'asked>vacancy_filled', 'consented>vacancy_filled', 'sent>vacancy_filled', 'interested>vacancy_filled', 'named>vacancy_filled', 'interview>vacancy_filled', 'offered>vacancy_filled') BEGIN SELECT RAISE(ABORT, 'proposal_state_moves'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS vacancy_stance_refusals_insert;
--> statement-breakpoint
CREATE TRIGGER vacancy_stance_refusals_insert BEFORE INSERT ON vacancy_stance WHEN new.stance = 'not_for_this_job' AND (SELECT count(*) FROM vacancy_stance s WHERE s.vacancy_id = new.vacancy_id AND s.family <> new.family AND s.stance = 'not_for_this_job') >= 8 BEGIN SELECT RAISE(ABORT, 'vacancy_stance_refusals'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS vacancy_stance_refusals_update;
--> statement-breakpoint
CREATE TRIGGER vacancy_stance_refusals_update BEFORE UPDATE ON vacancy_stance WHEN new.stance = 'not_for_this_job' AND (SELECT count(*) FROM vacancy_stance s WHERE s.vacancy_id = new.vacancy_id AND s.family <> new.family AND s.stance = 'not_for_this_job') >= 8 BEGIN SELECT RAISE(ABORT, 'vacancy_stance_refusals'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_no_update;
--> statement-breakpoint
CREATE TRIGGER proposal_event_no_update BEFORE UPDATE ON proposal_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_no_delete;
--> statement-breakpoint
CREATE TRIGGER proposal_event_no_delete BEFORE DELETE ON proposal_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS access_log_no_update;
--> statement-breakpoint
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'append_only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS access_log_no_delete;
--> statement-breakpoint
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'append_only'); END;
