PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_text_override` (
	`id` text PRIMARY KEY NOT NULL,
	`vacancy_id` text,
	`candidate_id` text,
	`employer_id` text,
	`account_id` text NOT NULL,
	`findings` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "text_override_of_check" CHECK((case when "__new_text_override"."vacancy_id" is null then 0 else 1 end) + (case when "__new_text_override"."candidate_id" is null then 0 else 1 end) + (case when "__new_text_override"."employer_id" is null then 0 else 1 end) = 1)
);
--> statement-breakpoint
INSERT INTO `__new_text_override`("id", "vacancy_id", "candidate_id", "account_id", "findings", "at") SELECT "id", "vacancy_id", "candidate_id", "account_id", "findings", "at" FROM `text_override`;
--> statement-breakpoint
DROP TABLE `text_override`;
--> statement-breakpoint
ALTER TABLE `__new_text_override` RENAME TO `text_override`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE INDEX `text_override_vacancy_index` ON `text_override` (`vacancy_id`);
--> statement-breakpoint
CREATE INDEX `text_override_candidate_index` ON `text_override` (`candidate_id`);
--> statement-breakpoint
CREATE INDEX `text_override_employer_index` ON `text_override` (`employer_id`);
--> statement-breakpoint
CREATE INDEX `text_override_account_index` ON `text_override` (`account_id`);
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
