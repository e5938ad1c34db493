PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`organisation_id` text NOT NULL,
	`caseworker_id` text NOT NULL,
	`label` text,
	`language` text NOT NULL,
	`stage` text NOT NULL,
	`custody_place_id` text,
	`planned_release_on` text,
	`profile` text NOT NULL,
	`waiting_since` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`caseworker_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`custody_place_id`) REFERENCES `custody_place`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "candidate_stage_check" CHECK("__new_candidate"."stage" in ('looking', 'in_custody', 'open_prison', 'preparing_release', 'in_work', 'settled', 'left')),
	CONSTRAINT "candidate_language_check" CHECK("__new_candidate"."language" in ('lv', 'ru', 'en'))
);
--> statement-breakpoint
INSERT INTO `__new_candidate`("id", "code", "organisation_id", "caseworker_id", "label", "language", "stage", "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version") SELECT "id", "code", "organisation_id", "caseworker_id", "label", "language", case "stage" when 'released' then 'looking' else "stage" end, "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version" FROM `candidate`;
--> statement-breakpoint
DROP TABLE `candidate`;
--> statement-breakpoint
ALTER TABLE `__new_candidate` RENAME TO `candidate`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_code_unique` ON `candidate` (`code`);
--> statement-breakpoint
CREATE INDEX `candidate_organisation_index` ON `candidate` (`organisation_id`,`stage`,`waiting_since`,`id`);
--> statement-breakpoint
CREATE INDEX `candidate_caseworker_index` ON `candidate` (`caseworker_id`,`organisation_id`,`stage`,`waiting_since`,`id`);
--> statement-breakpoint
CREATE INDEX `candidate_custody_place_index` ON `candidate` (`custody_place_id`);
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
