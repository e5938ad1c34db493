CREATE TABLE "acceptance_approval" (
	"vacancy_id" text collate "C" PRIMARY KEY NOT NULL,
	"items" json NOT NULL,
	"explanation" text collate "C" DEFAULT '' NOT NULL,
	"asked_at" bigint NOT NULL,
	"decision" text collate "C",
	"answer" text collate "C" DEFAULT '' NOT NULL,
	"membership_id" text collate "C",
	"decided_at" bigint,
	CONSTRAINT "acceptance_approval_decision_check" CHECK ("acceptance_approval"."decision" in ('approved', 'refused')),
	CONSTRAINT "acceptance_approval_whole_check" CHECK (("acceptance_approval"."decision" is null) = ("acceptance_approval"."decided_at" is null) and ("acceptance_approval"."decision" is null) = ("acceptance_approval"."membership_id" is null))
);
--> statement-breakpoint
CREATE TABLE "refusal_taken_back" (
	"vacancy_id" text collate "C" NOT NULL,
	"family" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"article" text collate "C",
	"at" bigint NOT NULL,
	"seen_at" bigint,
	CONSTRAINT "refusal_taken_back_key" PRIMARY KEY("vacancy_id","family"),
	CONSTRAINT "refusal_taken_back_family_check" CHECK ("refusal_taken_back"."family" in ('property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_use', 'drug_distribution', 'traffic', 'arson_weapons', 'other'))
);
--> statement-breakpoint
ALTER TABLE "vacancy_stance" DROP CONSTRAINT "vacancy_stance_stance_check";
--> statement-breakpoint
ALTER TABLE "vacancy" ADD COLUMN "refusals" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "vacancy" ADD COLUMN "refusal_explanation" text collate "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "acceptance" json;
--> statement-breakpoint
ALTER TABLE "follow_up" ADD COLUMN "promises" json DEFAULT '{}'::json NOT NULL;
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD COLUMN "client" text collate "C";
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD COLUMN "conditions" json DEFAULT '[]'::json NOT NULL;
--> statement-breakpoint
-- A refusal that its job does not support becomes "case by case": a reason counts for some families in some work, and a client is named now.
with rules(reason, context, family) as (values
	('cash_valuables', 'cash', 'property'),
	('cash_valuables', 'cash', 'fraud'),
	('cash_valuables', 'cash', 'robbery'),
	('keys_homes', 'keys', 'property'),
	('keys_homes', 'keys', 'robbery'),
	('keys_homes', 'keys', 'violence'),
	('keys_homes', 'keys', 'sexual'),
	('children_vulnerable', 'children', 'robbery'),
	('children_vulnerable', 'children', 'violence'),
	('children_vulnerable', 'children', 'homicide'),
	('children_vulnerable', 'children', 'sexual'),
	('children_vulnerable', 'children', 'children_family'),
	('children_vulnerable', 'children', 'drug_distribution'),
	('children_vulnerable', 'vulnerable', 'property'),
	('children_vulnerable', 'vulnerable', 'fraud'),
	('children_vulnerable', 'vulnerable', 'robbery'),
	('children_vulnerable', 'vulnerable', 'violence'),
	('children_vulnerable', 'vulnerable', 'homicide'),
	('children_vulnerable', 'vulnerable', 'sexual'),
	('children_vulnerable', 'vulnerable', 'children_family'),
	('driving', 'driving', 'traffic'),
	('driving', 'driving', 'drug_use'),
	('alcohol_medicines', 'alcohol', 'drug_use'),
	('alcohol_medicines', 'medicines', 'drug_use'),
	('alcohol_medicines', 'medicines', 'drug_distribution'),
	('weapons', 'weapons', 'robbery'),
	('weapons', 'weapons', 'violence'),
	('weapons', 'weapons', 'homicide'),
	('weapons', 'weapons', 'arson_weapons'),
	('working_alone', 'alone', 'property'),
	('working_alone', 'alone', 'arson_weapons'),
	('law', null, 'property'),
	('law', null, 'fraud'),
	('law', null, 'robbery'),
	('law', null, 'violence'),
	('law', null, 'homicide'),
	('law', null, 'sexual'),
	('law', null, 'children_family'),
	('law', null, 'drug_use'),
	('law', null, 'drug_distribution'),
	('law', null, 'traffic'),
	('law', null, 'arson_weapons'),
	('law', null, 'other')
)
insert into refusal_taken_back (vacancy_id, family, reason, article, at)
select s.vacancy_id, s.family, s.reason, s.article, floor(extract(epoch from now()) * 1000)::bigint
from vacancy_stance s join vacancy v on v.id = s.vacancy_id
where s.stance = 'not_for_this_job' and not exists (
	select 1 from rules r where r.reason = s.reason and r.family = s.family
	and (r.context is null or exists (select 1 from json_array_elements_text(v.contexts) c where c = r.context))
);
--> statement-breakpoint
update vacancy_stance set stance = 'case_by_case', reason = null, article = null
where stance = 'not_for_this_job' and exists (
	select 1 from refusal_taken_back t where t.vacancy_id = vacancy_stance.vacancy_id and t.family = vacancy_stance.family
);
--> statement-breakpoint
-- So do all refusals of a vacancy that has more than six, counting its terms.
insert into refusal_taken_back (vacancy_id, family, reason, article, at)
select s.vacancy_id, s.family, s.reason, s.article, floor(extract(epoch from now()) * 1000)::bigint
from vacancy_stance s join vacancy v on v.id = s.vacancy_id
where s.stance = 'not_for_this_job' and (select count(*) from vacancy_stance s where s.vacancy_id = v.id and s.stance = 'not_for_this_job') + case when (v.terms ->> 'supervision') in ('no', 'with_conditions') or (v.terms ->> 'appointmentsPerMonth') is not null then 1 else 0 end + case when (v.terms ->> 'monitoring') = 'no' then 1 else 0 end + case when (v.terms ->> 'openPrison') = 'no' then 1 else 0 end + case when coalesce((v.terms ->> 'monthsSinceRelease')::integer, 0) > 0 then 1 else 0 end > 6;
--> statement-breakpoint
update vacancy_stance set stance = 'case_by_case', reason = null, article = null
where stance = 'not_for_this_job' and exists (
	select 1 from refusal_taken_back t where t.vacancy_id = vacancy_stance.vacancy_id and t.family = vacancy_stance.family
);
--> statement-breakpoint
update vacancy set version = version + 1 where id in (select vacancy_id from refusal_taken_back);
--> statement-breakpoint
-- What nobody chose in an employer's own vacancy is not stated; nobody was asked only where it was imported.
update vacancy_stance set stance = 'not_stated'
where stance = 'not_asked' and vacancy_id in (select id from vacancy where employer_id is not null);
--> statement-breakpoint
update vacancy set refusals = (
	select (select count(*) from vacancy_stance s where s.vacancy_id = v.id and s.stance = 'not_for_this_job') + case when (v.terms ->> 'supervision') in ('no', 'with_conditions') or (v.terms ->> 'appointmentsPerMonth') is not null then 1 else 0 end + case when (v.terms ->> 'monitoring') = 'no' then 1 else 0 end + case when (v.terms ->> 'openPrison') = 'no' then 1 else 0 end + case when coalesce((v.terms ->> 'monthsSinceRelease')::integer, 0) > 0 then 1 else 0 end from vacancy v where v.id = vacancy.id
);
--> statement-breakpoint
update candidate set profile = (profile::jsonb || '{"workReference": null}'::jsonb)::json where profile -> 'workReference' is null;
--> statement-breakpoint
ALTER TABLE "acceptance_approval" ADD CONSTRAINT "acceptance_approval_vacancy_id_vacancy_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancy"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "refusal_taken_back" ADD CONSTRAINT "refusal_taken_back_vacancy_id_vacancy_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancy"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "acceptance_approval_open_index" ON "acceptance_approval" USING btree ("asked_at","vacancy_id") WHERE decision is null;
--> statement-breakpoint
ALTER TABLE "vacancy" ADD CONSTRAINT "vacancy_refusals_check" CHECK ("vacancy"."refusals" between 0 and 8);
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD CONSTRAINT "vacancy_stance_reason_family_check" CHECK ("vacancy_stance"."reason" || '>' || "vacancy_stance"."family" in ('cash_valuables>property', 'cash_valuables>fraud', 'cash_valuables>robbery', 'keys_homes>property', 'keys_homes>robbery', 'keys_homes>violence', 'keys_homes>sexual', 'children_vulnerable>property', 'children_vulnerable>fraud', 'children_vulnerable>robbery', 'children_vulnerable>violence', 'children_vulnerable>homicide', 'children_vulnerable>sexual', 'children_vulnerable>children_family', 'children_vulnerable>drug_distribution', 'driving>drug_use', 'driving>traffic', 'alcohol_medicines>drug_use', 'alcohol_medicines>drug_distribution', 'weapons>robbery', 'weapons>violence', 'weapons>homicide', 'weapons>arson_weapons', 'working_alone>property', 'working_alone>arson_weapons', 'law>property', 'law>fraud', 'law>robbery', 'law>violence', 'law>homicide', 'law>sexual', 'law>children_family', 'law>drug_use', 'law>drug_distribution', 'law>traffic', 'law>arson_weapons', 'law>other', 'client_clearance>property', 'client_clearance>fraud', 'client_clearance>robbery', 'client_clearance>violence', 'client_clearance>homicide', 'client_clearance>sexual', 'client_clearance>children_family', 'client_clearance>drug_use', 'client_clearance>drug_distribution', 'client_clearance>traffic', 'client_clearance>arson_weapons', 'client_clearance>other'));
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD CONSTRAINT "vacancy_stance_conditions_check" CHECK (("vacancy_stance"."stance" = 'yes_if') = (json_array_length("vacancy_stance"."conditions") > 0));
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD CONSTRAINT "vacancy_stance_needs_client_check" CHECK ("vacancy_stance"."reason" is null or "vacancy_stance"."reason" <> 'client_clearance' or length(trim(coalesce("vacancy_stance"."client", ''))) > 0);
--> statement-breakpoint
ALTER TABLE "vacancy_stance" ADD CONSTRAINT "vacancy_stance_stance_check" CHECK ("vacancy_stance"."stance" in ('accept', 'yes_if', 'case_by_case', 'not_for_this_job', 'not_stated', 'not_asked'));
