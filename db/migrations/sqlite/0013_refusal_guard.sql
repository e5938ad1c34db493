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
