PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_hidden_vacancy` (
	`candidate_id` text NOT NULL,
	`vacancy_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`candidate_id`, `vacancy_id`, `organisation_id`),
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `__new_hidden_vacancy`("candidate_id", "vacancy_id", "organisation_id", "at") SELECT h.candidate_id, h.vacancy_id, i.organisation_id, h.at FROM hidden_vacancy h JOIN candidate c ON c.id = h.candidate_id JOIN involvement i ON i.id = c.lead_id;
--> statement-breakpoint
DROP TABLE `hidden_vacancy`;
--> statement-breakpoint
ALTER TABLE `__new_hidden_vacancy` RENAME TO `hidden_vacancy`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE INDEX `involvement_candidate_index` ON `involvement` (`candidate_id`,`since`);
--> statement-breakpoint
CREATE INDEX `task_about_index` ON `task` (`about_id`,`kind`);
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
CREATE TRIGGER lead_stays BEFORE UPDATE ON involvement WHEN (new.until IS NOT NULL OR new.role <> 'leads' OR new.candidate_id <> old.candidate_id) AND EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id AND c.merged_into IS NULL AND c.erased_at IS NULL) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_not_deleted;
--> statement-breakpoint
CREATE TRIGGER lead_not_deleted BEFORE DELETE ON involvement WHEN EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id AND c.merged_into IS NULL AND c.erased_at IS NULL) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_is_one;
--> statement-breakpoint
CREATE TRIGGER lead_is_one BEFORE UPDATE OF lead_id ON candidate WHEN NOT EXISTS (SELECT 1 FROM involvement i WHERE i.id = new.lead_id AND i.candidate_id = new.id AND i.role = 'leads' AND i.until IS NULL) BEGIN SELECT RAISE(ABORT, 'person_without_lead'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_note_no_update;
--> statement-breakpoint
CREATE TRIGGER proposal_event_note_no_update BEFORE UPDATE OF note ON proposal_event WHEN old.note IS NULL OR coalesce(new.note, '') NOT LIKE 'v2.%' OR (old.note NOT LIKE 'v1.%' AND NOT EXISTS (SELECT 1 FROM proposal p JOIN candidate c ON c.id = p.candidate_id WHERE p.id = old.proposal_id AND c.merged_into IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS list_order_changed;
--> statement-breakpoint
CREATE TRIGGER list_order_changed AFTER UPDATE OF activity, waiting_since ON candidate BEGIN UPDATE involvement SET activity = new.activity, waiting_since = new.waiting_since WHERE candidate_id = new.id; END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS list_order_begun;
--> statement-breakpoint
CREATE TRIGGER list_order_begun AFTER INSERT ON involvement BEGIN UPDATE involvement SET (activity, waiting_since) = (SELECT activity, waiting_since FROM candidate WHERE candidate.id = new.candidate_id) WHERE id = new.id; END;
