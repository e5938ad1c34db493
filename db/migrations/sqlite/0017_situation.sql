-- They name the table that is made anew; all guards are created again at the end.
DROP TRIGGER IF EXISTS lead_stays;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_not_deleted;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`lead_id` text NOT NULL,
	`language` text NOT NULL,
	`situation` text,
	`activity` text NOT NULL,
	`stage` text,
	`custody_place_id` text,
	`planned_release_on` text,
	`profile` text NOT NULL,
	`waiting_since` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "candidate_activity_check" CHECK("__new_candidate"."activity" in ('seeking', 'working', 'finished')),
	CONSTRAINT "candidate_language_check" CHECK("__new_candidate"."language" in ('lv', 'ru', 'en'))
);
--> statement-breakpoint
-- The activity follows from the stage; the situation is encrypted at start-up, with each person's key.
INSERT INTO `__new_candidate`("id", "code", "lead_id", "language", "situation", "activity", "stage", "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version") SELECT "id", "code", "lead_id", "language", NULL, case "stage" when 'in_work' then 'working' when 'settled' then 'finished' when 'left' then 'finished' else 'seeking' end, "stage", "custody_place_id", "planned_release_on", "profile", "waiting_since", "created_at", "updated_at", "version" FROM `candidate`;
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
DROP INDEX `involvement_organisation_index`;
--> statement-breakpoint
DROP INDEX `involvement_caseworker_index`;
--> statement-breakpoint
ALTER TABLE `involvement` ADD `activity` text DEFAULT 'seeking' NOT NULL;
--> statement-breakpoint
ALTER TABLE `involvement` ADD `waiting_since` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
CREATE INDEX `involvement_organisation_index` ON `involvement` (`organisation_id`,`activity`,`waiting_since`,`candidate_id`) WHERE until is null;
--> statement-breakpoint
CREATE INDEX `involvement_caseworker_index` ON `involvement` (`caseworker_id`,`organisation_id`,`activity`,`waiting_since`,`candidate_id`) WHERE until is null;
--> statement-breakpoint
UPDATE involvement SET (activity, waiting_since) = (SELECT activity, waiting_since FROM candidate WHERE candidate.id = involvement.candidate_id);
--> statement-breakpoint
ALTER TABLE `readiness` ADD `note` text;
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
CREATE TRIGGER proposal_event_no_update BEFORE UPDATE OF "id", "proposal_id", "step", "from_state", "to_state", "party", "membership_id", "reason", "at" ON proposal_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_note_no_update;
--> statement-breakpoint
CREATE TRIGGER proposal_event_note_no_update BEFORE UPDATE OF note ON proposal_event WHEN coalesce(old.note, '') NOT LIKE 'v1.%' OR coalesce(new.note, '') NOT LIKE 'v2.%' BEGIN SELECT RAISE(ABORT, 'append_only'); END;
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
--> statement-breakpoint
DROP TRIGGER IF EXISTS list_order_changed;
--> statement-breakpoint
CREATE TRIGGER list_order_changed AFTER UPDATE OF activity, waiting_since ON candidate BEGIN UPDATE involvement SET activity = new.activity, waiting_since = new.waiting_since WHERE candidate_id = new.id; END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS list_order_begun;
--> statement-breakpoint
CREATE TRIGGER list_order_begun AFTER INSERT ON involvement BEGIN UPDATE involvement SET (activity, waiting_since) = (SELECT activity, waiting_since FROM candidate WHERE candidate.id = new.candidate_id) WHERE id = new.id; END;
