-- The guards that the database keeps itself (db/store/guards.ts).
CREATE OR REPLACE FUNCTION tilts_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = TG_ARGV[0];
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tilts_refusals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.stance = 'not_for_this_job' AND (SELECT count(*) FROM vacancy_stance s WHERE s.vacancy_id = new.vacancy_id AND s.family <> new.family AND s.stance = 'not_for_this_job') >= 8 THEN
    RAISE EXCEPTION 'vacancy_stance_refusals' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'vacancy_stance_refusals';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tilts_change_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('tilts_change'));
  PERFORM pg_notify('tilts_change', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_state_moves ON proposal;
--> statement-breakpoint
CREATE TRIGGER proposal_state_moves BEFORE UPDATE OF state ON proposal FOR EACH ROW WHEN (old.state <> new.state AND old.state || '>' || new.state NOT IN ('draft>asked', 'asked>consented', 'asked>declined_by_candidate', 'interested>declined_by_candidate', 'asked>consent_expired', 'interested>consent_expired', 'consented>sent', 'sent>interested', 'sent>declined_by_employer', 'interested>declined_by_employer', 'named>declined_by_employer', 'interview>declined_by_employer', 'sent>no_answer', 'interested>named', 'named>interview', 'named>offered', 'interview>offered', 'offered>accepted', 'named>declined_by_candidate', 'interview>declined_by_candidate', 'offered>declined_by_candidate', 'accepted>started', 'accepted>not_started', 'started>followed', 'followed>followed', 'followed>completed', 'started>ended', 'followed>ended', 'draft>withdrawn', 'asked>withdrawn', 'consented>withdrawn', 'sent>withdrawn', 'interested>withdrawn', 'named>withdrawn', 'interview>withdrawn', 'offered>withdrawn', 'accepted>withdrawn', 'draft>vacancy_filled', 'asked>vacancy_filled', 'consented>vacancy_filled', 'sent>vacancy_filled', 'interested>vacancy_filled', 'named>vacancy_filled', 'interview>vacancy_filled', 'offered>vacancy_filled')) EXECUTE FUNCTION tilts_refuse('proposal_state_moves');
--> statement-breakpoint
DROP TRIGGER IF EXISTS vacancy_stance_refusals_insert ON vacancy_stance;
--> statement-breakpoint
CREATE TRIGGER vacancy_stance_refusals_insert BEFORE INSERT ON vacancy_stance FOR EACH ROW EXECUTE FUNCTION tilts_refusals();
--> statement-breakpoint
DROP TRIGGER IF EXISTS vacancy_stance_refusals_update ON vacancy_stance;
--> statement-breakpoint
CREATE TRIGGER vacancy_stance_refusals_update BEFORE UPDATE ON vacancy_stance FOR EACH ROW EXECUTE FUNCTION tilts_refusals();
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_no_update ON proposal_event;
--> statement-breakpoint
CREATE TRIGGER proposal_event_no_update BEFORE UPDATE ON proposal_event FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only');
--> statement-breakpoint
DROP TRIGGER IF EXISTS proposal_event_no_delete ON proposal_event;
--> statement-breakpoint
CREATE TRIGGER proposal_event_no_delete BEFORE DELETE ON proposal_event FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only');
--> statement-breakpoint
DROP TRIGGER IF EXISTS access_log_no_update ON access_log;
--> statement-breakpoint
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only');
--> statement-breakpoint
DROP TRIGGER IF EXISTS access_log_no_delete ON access_log;
--> statement-breakpoint
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log FOR EACH ROW EXECUTE FUNCTION tilts_refuse('append_only');
--> statement-breakpoint
DROP TRIGGER IF EXISTS change_in_order ON change;
--> statement-breakpoint
CREATE TRIGGER change_in_order BEFORE INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION tilts_change_in_order();
