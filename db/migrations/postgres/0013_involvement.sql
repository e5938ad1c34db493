CREATE TABLE "involvement" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"candidate_id" text collate "C" NOT NULL,
	"organisation_id" text collate "C" NOT NULL,
	"role" text collate "C" NOT NULL,
	"caseworker_id" text collate "C" NOT NULL,
	"shares" json DEFAULT '[]'::json NOT NULL,
	"label" text collate "C",
	"since" bigint NOT NULL,
	"until" bigint,
	"basis" text collate "C" NOT NULL,
	"basis_name" text collate "C" DEFAULT '' NOT NULL,
	"said" text collate "C",
	"recorded_by" text collate "C",
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "involvement_role_check" CHECK ("involvement"."role" in ('leads', 'supports')),
	CONSTRAINT "involvement_basis_check" CHECK ("involvement"."basis" in ('law', 'consent')),
	CONSTRAINT "involvement_until_check" CHECK ("involvement"."until" is null or "involvement"."until" >= "involvement"."since")
);
--> statement-breakpoint
ALTER TABLE "candidate" DROP CONSTRAINT "candidate_organisation_id_organisation_id_fk";
--> statement-breakpoint
ALTER TABLE "candidate" DROP CONSTRAINT "candidate_caseworker_id_membership_id_fk";
--> statement-breakpoint
DROP INDEX "candidate_organisation_index";
--> statement-breakpoint
DROP INDEX "candidate_caseworker_index";
--> statement-breakpoint
-- The organisation that each person belonged to leads.
INSERT INTO involvement (id, candidate_id, organisation_id, role, caseworker_id, label, since, basis)
SELECT 'lead-' || id, id, organisation_id, 'leads', caseworker_id, label, created_at, 'law' FROM candidate;
--> statement-breakpoint
ALTER TABLE "candidate" ADD COLUMN "lead_id" text collate "C";
--> statement-breakpoint
UPDATE candidate SET lead_id = 'lead-' || id;
--> statement-breakpoint
ALTER TABLE "candidate" ALTER COLUMN "lead_id" SET NOT NULL;
--> statement-breakpoint
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_caseworker_id_membership_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."membership"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "involvement_now_unique" ON "involvement" USING btree ("candidate_id","organisation_id") WHERE until is null;
--> statement-breakpoint
CREATE INDEX "involvement_organisation_index" ON "involvement" USING btree ("organisation_id","until");
--> statement-breakpoint
CREATE INDEX "involvement_caseworker_index" ON "involvement" USING btree ("caseworker_id","until");
--> statement-breakpoint
CREATE UNIQUE INDEX "candidate_lead_unique" ON "candidate" USING btree ("lead_id");
--> statement-breakpoint
CREATE INDEX "candidate_stage_index" ON "candidate" USING btree ("stage","waiting_since","id");
--> statement-breakpoint
ALTER TABLE "candidate" DROP COLUMN "organisation_id";
--> statement-breakpoint
ALTER TABLE "candidate" DROP COLUMN "caseworker_id";
--> statement-breakpoint
ALTER TABLE "candidate" DROP COLUMN "label";
--> statement-breakpoint
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
CREATE OR REPLACE FUNCTION tilts_lead_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (new.until IS NOT NULL OR new.role <> 'leads' OR new.candidate_id <> old.candidate_id) AND EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id) THEN
    RAISE EXCEPTION 'person_without_lead' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'person_without_lead';
  END IF;
  RETURN new;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tilts_lead_not_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM candidate c WHERE c.lead_id = old.id) THEN
    RAISE EXCEPTION 'person_without_lead' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'person_without_lead';
  END IF;
  RETURN old;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION tilts_lead_is_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM involvement i WHERE i.id = new.lead_id AND i.candidate_id = new.id AND i.role = 'leads' AND i.until IS NULL) THEN
    RAISE EXCEPTION 'person_without_lead' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'person_without_lead';
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
DROP TRIGGER IF EXISTS lead_stays ON involvement;
--> statement-breakpoint
CREATE TRIGGER lead_stays BEFORE UPDATE ON involvement FOR EACH ROW EXECUTE FUNCTION tilts_lead_stays();
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_not_deleted ON involvement;
--> statement-breakpoint
CREATE TRIGGER lead_not_deleted BEFORE DELETE ON involvement FOR EACH ROW EXECUTE FUNCTION tilts_lead_not_deleted();
--> statement-breakpoint
DROP TRIGGER IF EXISTS lead_is_one ON candidate;
--> statement-breakpoint
CREATE TRIGGER lead_is_one BEFORE UPDATE OF lead_id ON candidate FOR EACH ROW EXECUTE FUNCTION tilts_lead_is_one();
--> statement-breakpoint
DROP TRIGGER IF EXISTS change_in_order ON change;
--> statement-breakpoint
CREATE TRIGGER change_in_order BEFORE INSERT ON change FOR EACH STATEMENT EXECUTE FUNCTION tilts_change_in_order();
