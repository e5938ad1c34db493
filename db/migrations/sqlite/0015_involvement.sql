CREATE TABLE `involvement` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`caseworker_id` text NOT NULL,
	`shares` text DEFAULT '[]' NOT NULL,
	`label` text,
	`since` integer NOT NULL,
	`until` integer,
	`basis` text NOT NULL,
	`basis_name` text DEFAULT '' NOT NULL,
	`said` text,
	`recorded_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`caseworker_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "involvement_role_check" CHECK("involvement"."role" in ('leads', 'supports')),
	CONSTRAINT "involvement_basis_check" CHECK("involvement"."basis" in ('law', 'consent')),
	CONSTRAINT "involvement_until_check" CHECK("involvement"."until" is null or "involvement"."until" >= "involvement"."since")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `involvement_now_unique` ON `involvement` (`candidate_id`,`organisation_id`) WHERE until is null;
--> statement-breakpoint
CREATE INDEX `involvement_organisation_index` ON `involvement` (`organisation_id`,`until`);
--> statement-breakpoint
CREATE INDEX `involvement_caseworker_index` ON `involvement` (`caseworker_id`,`until`);
--> statement-breakpoint
-- The organisation that each person belonged to leads.
INSERT INTO involvement (id, candidate_id, organisation_id, role, caseworker_id, label, since, basis)
SELECT 'lead-' || id, id, organisation_id, 'leads', caseworker_id, label, created_at, 'law' FROM candidate;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`lead_id` text NOT NULL,
	`language` text NOT NULL,
	`stage` text NOT NULL,
	`custody_place_id` text,
	`planned_release_on` text,
	`profile` text NOT NULL,
	`waiting_since` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`custody_place_id`) REFERENCES `custody_place`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "candidate_stage_check" CHECK("__new_candidate"."stage" in ('looking', 'in_custody', 'open_prison', 'preparing_release', 'in_work', 'settled', 'left')),
	CONSTRAINT "candidate_language_check" CHECK("__new_candidate"."language" in ('lv', 'ru', 'en'))
);
--> statement-breakpoint
INSERT INTO `__new_candidate`("id", "code", "lead_id", "language", "stage", "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version") SELECT "id", "code", 'lead-' || "id", "language", "stage", "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version" FROM `candidate`;
--> statement-breakpoint
DROP TABLE `candidate`;
--> statement-breakpoint
ALTER TABLE `__new_candidate` RENAME TO `candidate`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_code_unique` ON `candidate` (`code`);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_lead_unique` ON `candidate` (`lead_id`);
--> statement-breakpoint
CREATE INDEX `candidate_stage_index` ON `candidate` (`stage`,`waiting_since`,`id`);
--> statement-breakpoint
CREATE INDEX `candidate_custody_place_index` ON `candidate` (`custody_place_id`);
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
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_stays;
--> statement-breakpoint
CREATE TRIGGER lead_stays BEFORE UPDATE ON involvement WHEN (new.until IS NOT NULL OR new.role <> 'leads' OR new.candidate_id <> old.candidate_id) AND EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_not_deleted;
--> statement-breakpoint
CREATE TRIGGER lead_not_deleted BEFORE DELETE ON involvement WHEN EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_is_one;
--> statement-breakpoint
CREATE TRIGGER lead_is_one BEFORE UPDATE OF lead_id ON candidate WHEN NOT EXISTS (SELECT 1 FROM involvement i WHERE i.id = new.lead_id AND i.candidate_id = new.id AND i.role = 'leads' AND i.until IS NULL) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
