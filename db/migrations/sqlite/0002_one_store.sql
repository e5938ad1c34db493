CREATE TABLE `deployment` (
	`id` integer PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`key_check` text NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "deployment_one_row_check" CHECK("deployment"."id" = 1),
	CONSTRAINT "deployment_mode_check" CHECK("deployment"."mode" in ('demo', 'production'))
);
--> statement-breakpoint
CREATE TABLE `work` (
	`id` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`leased_by` text,
	`leased_until` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`last_error` text,
	`done_at` integer,
	CONSTRAINT "work_lease_check" CHECK(("work"."leased_by" is null) = ("work"."leased_until" is null))
);
--> statement-breakpoint
CREATE INDEX `work_due_index` ON `work` (`due_at`);
--> statement-breakpoint
DROP TABLE `clock`;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	CONSTRAINT "change_subject_check" CHECK("__new_change"."subject" in ('vacancy', 'candidate', 'employer', 'legal_restriction'))
);
--> statement-breakpoint
INSERT INTO `__new_change`("seq", "subject", "subject_id") SELECT "seq", "subject", "subject_id" FROM `change`;
--> statement-breakpoint
DROP TABLE `change`;
--> statement-breakpoint
ALTER TABLE `__new_change` RENAME TO `change`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE INDEX `change_subject_index` ON `change` (`subject`,`subject_id`);
--> statement-breakpoint
ALTER TABLE `employer` ADD `sort_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `employer_sort_index` ON `employer` (`sort_key`,`id`);
--> statement-breakpoint
ALTER TABLE `organisation` ADD `sort_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `organisation_sort_index` ON `organisation` (`sort_key`,`id`);
--> statement-breakpoint
-- The guards that the database keeps itself (db/store/guards.ts).
DROP TRIGGER IF EXISTS proposal_state_moves;
--> statement-breakpoint
CREATE TRIGGER proposal_state_moves BEFORE UPDATE OF state ON proposal WHEN old.state <> new.state AND old.state || '>' || new.state NOT IN ('draft>asked', 'asked>consented', 'asked>declined_by_candidate', 'interested>declined_by_candidate', 'asked>consent_expired', 'interested>consent_expired', 'consented>sent', 'sent>interested', 'sent>declined_by_employer', 'interested>declined_by_employer', 'named>declined_by_employer', 'interview>declined_by_employer', 'sent>no_answer', 'interested>named', 'named>interview', 'named>offered', 'interview>offered', 'offered>accepted', 'named>declined_by_candidate', 'interview>declined_by_candidate', 'offered>declined_by_candidate', 'accepted>started', 'accepted>not_started', 'started>followed', 'followed>followed', 'followed>completed', 'started>ended', 'followed>ended', 'draft>withdrawn', 'asked>withdrawn', 'consented>withdrawn', 'sent>withdrawn', 'interested>withdrawn', 'named>withdrawn', 'interview>withdrawn', 'offered>withdrawn', 'accepted>withdrawn', 'draft>vacancy_filled', 'asked>vacancy_filled', 'consented>vacancy_filled', 'sent>vacancy_filled', 'interested>vacancy_filled', 'named>vacancy_filled', 'interview>vacancy_filled', 'offered>vacancy_filled') BEGIN SELECT RAISE(ABORT, 'proposal_state_moves'); END;
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
