CREATE TABLE `acceptance_approval` (
	`vacancy_id` text PRIMARY KEY NOT NULL,
	`items` text NOT NULL,
	`explanation` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	`decision` text,
	`answer` text DEFAULT '' NOT NULL,
	`membership_id` text,
	`decided_at` integer,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "acceptance_approval_decision_check" CHECK("acceptance_approval"."decision" in ('approved', 'refused')),
	CONSTRAINT "acceptance_approval_whole_check" CHECK(("acceptance_approval"."decision" is null) = ("acceptance_approval"."decided_at" is null) and ("acceptance_approval"."decision" is null) = ("acceptance_approval"."membership_id" is null))
);
--> statement-breakpoint
CREATE INDEX `acceptance_approval_open_index` ON `acceptance_approval` (`asked_at`,`vacancy_id`) WHERE decision is null;
--> statement-breakpoint
CREATE TABLE `refusal_taken_back` (
	`vacancy_id` text NOT NULL,
	`family` text NOT NULL,
	`reason` text NOT NULL,
	`article` text,
	`at` integer NOT NULL,
	`seen_at` integer,
	PRIMARY KEY(`vacancy_id`, `family`),
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "refusal_taken_back_family_check" CHECK("refusal_taken_back"."family" in ('property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_use', 'drug_distribution', 'traffic', 'arson_weapons', 'other'))
);
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
select s.vacancy_id, s.family, s.reason, s.article, unixepoch() * 1000
from vacancy_stance s join vacancy v on v.id = s.vacancy_id
where s.stance = 'not_for_this_job' and not exists (
	select 1 from rules r where r.reason = s.reason and r.family = s.family
	and (r.context is null or exists (select 1 from json_each(v.contexts) c where c.value = r.context))
);
--> statement-breakpoint
update vacancy_stance set stance = 'case_by_case', reason = null, article = null
where stance = 'not_for_this_job' and exists (
	select 1 from refusal_taken_back t where t.vacancy_id = vacancy_stance.vacancy_id and t.family = vacancy_stance.family
);
--> statement-breakpoint
-- So do all refusals of a vacancy that has more than six, counting its terms.
insert into refusal_taken_back (vacancy_id, family, reason, article, at)
select s.vacancy_id, s.family, s.reason, s.article, unixepoch() * 1000
from vacancy_stance s join vacancy v on v.id = s.vacancy_id
where s.stance = 'not_for_this_job' and (select count(*) from vacancy_stance s where s.vacancy_id = v.id and s.stance = 'not_for_this_job') + case when json_extract(v.terms, '$.supervision') in ('no', 'with_conditions') or json_extract(v.terms, '$.appointmentsPerMonth') is not null then 1 else 0 end + case when json_extract(v.terms, '$.monitoring') = 'no' then 1 else 0 end + case when json_extract(v.terms, '$.openPrison') = 'no' then 1 else 0 end + case when coalesce(json_extract(v.terms, '$.monthsSinceRelease'), 0) > 0 then 1 else 0 end > 6;
--> statement-breakpoint
update vacancy_stance set stance = 'case_by_case', reason = null, article = null
where stance = 'not_for_this_job' and exists (
	select 1 from refusal_taken_back t where t.vacancy_id = vacancy_stance.vacancy_id and t.family = vacancy_stance.family
);
--> statement-breakpoint
update vacancy set version = version + 1 where id in (select vacancy_id from refusal_taken_back);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_vacancy_stance` (
	`vacancy_id` text NOT NULL,
	`family` text NOT NULL,
	`stance` text NOT NULL,
	`reason` text,
	`article` text,
	`client` text,
	`conditions` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`vacancy_id`, `family`),
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vacancy_stance_family_check" CHECK("__new_vacancy_stance"."family" in ('property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_use', 'drug_distribution', 'traffic', 'arson_weapons', 'other')),
	CONSTRAINT "vacancy_stance_stance_check" CHECK("__new_vacancy_stance"."stance" in ('accept', 'yes_if', 'case_by_case', 'not_for_this_job', 'not_stated', 'not_asked')),
	CONSTRAINT "vacancy_stance_reason_check" CHECK("__new_vacancy_stance"."reason" in ('cash_valuables', 'keys_homes', 'children_vulnerable', 'driving', 'alcohol_medicines', 'weapons', 'working_alone', 'law', 'client_clearance')),
	CONSTRAINT "vacancy_stance_needs_reason_check" CHECK(("__new_vacancy_stance"."stance" = 'not_for_this_job') = ("__new_vacancy_stance"."reason" is not null)),
	CONSTRAINT "vacancy_stance_reason_family_check" CHECK("__new_vacancy_stance"."reason" || '>' || "__new_vacancy_stance"."family" in ('cash_valuables>property', 'cash_valuables>fraud', 'cash_valuables>robbery', 'keys_homes>property', 'keys_homes>robbery', 'keys_homes>violence', 'keys_homes>sexual', 'children_vulnerable>property', 'children_vulnerable>fraud', 'children_vulnerable>robbery', 'children_vulnerable>violence', 'children_vulnerable>homicide', 'children_vulnerable>sexual', 'children_vulnerable>children_family', 'children_vulnerable>drug_distribution', 'driving>drug_use', 'driving>traffic', 'alcohol_medicines>drug_use', 'alcohol_medicines>drug_distribution', 'weapons>robbery', 'weapons>violence', 'weapons>homicide', 'weapons>arson_weapons', 'working_alone>property', 'working_alone>arson_weapons', 'law>property', 'law>fraud', 'law>robbery', 'law>violence', 'law>homicide', 'law>sexual', 'law>children_family', 'law>drug_use', 'law>drug_distribution', 'law>traffic', 'law>arson_weapons', 'law>other', 'client_clearance>property', 'client_clearance>fraud', 'client_clearance>robbery', 'client_clearance>violence', 'client_clearance>homicide', 'client_clearance>sexual', 'client_clearance>children_family', 'client_clearance>drug_use', 'client_clearance>drug_distribution', 'client_clearance>traffic', 'client_clearance>arson_weapons', 'client_clearance>other')),
	CONSTRAINT "vacancy_stance_conditions_check" CHECK(("__new_vacancy_stance"."stance" = 'yes_if') = (json_array_length("__new_vacancy_stance"."conditions") > 0)),
	CONSTRAINT "vacancy_stance_needs_client_check" CHECK("__new_vacancy_stance"."reason" is null or "__new_vacancy_stance"."reason" <> 'client_clearance' or length(trim(coalesce("__new_vacancy_stance"."client", ''))) > 0),
	CONSTRAINT "vacancy_stance_needs_article_check" CHECK("__new_vacancy_stance"."reason" is null or "__new_vacancy_stance"."reason" <> 'law' or length(trim(coalesce("__new_vacancy_stance"."article", ''))) > 0)
);
--> statement-breakpoint
INSERT INTO `__new_vacancy_stance`("vacancy_id", "family", "stance", "reason", "article") SELECT "vacancy_id", "family", "stance", "reason", "article" FROM `vacancy_stance`;
--> statement-breakpoint
DROP TABLE `vacancy_stance`;
--> statement-breakpoint
ALTER TABLE `__new_vacancy_stance` RENAME TO `vacancy_stance`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
ALTER TABLE `follow_up` ADD `promises` text DEFAULT '{}' NOT NULL;
--> statement-breakpoint
ALTER TABLE `proposal` ADD `acceptance` text;
--> statement-breakpoint
CREATE TABLE `__new_vacancy` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_id` text,
	`source` text,
	`source_id` text,
	`source_employer` text,
	`source_employer_key` text,
	`source_hash` text,
	`state` text DEFAULT 'draft' NOT NULL,
	`visibility` text DEFAULT 'public' NOT NULL,
	`title` text NOT NULL,
	`occupation` text,
	`description` text DEFAULT '' NOT NULL,
	`municipality` text,
	`place` text DEFAULT '' NOT NULL,
	`address` text DEFAULT '' NOT NULL,
	`lat` real,
	`lon` real,
	`remote` integer DEFAULT false NOT NULL,
	`positions` integer DEFAULT 1 NOT NULL,
	`pay_from_cents` integer,
	`pay_to_cents` integer,
	`pay_period` text DEFAULT 'month' NOT NULL,
	`hours_per_week` integer,
	`contract` text,
	`shifts` text NOT NULL,
	`start_on` text,
	`contexts` text NOT NULL,
	`requirements` text NOT NULL,
	`terms` text NOT NULL,
	`refusals` integer DEFAULT 0 NOT NULL,
	`refusal_explanation` text DEFAULT '' NOT NULL,
	`support_offered` text NOT NULL,
	`support_wanted` text NOT NULL,
	`contact_reply_days` integer,
	`published_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "vacancy_state_check" CHECK("__new_vacancy"."state" in ('draft', 'published', 'paused', 'filled', 'closed')),
	CONSTRAINT "vacancy_visibility_check" CHECK("__new_vacancy"."visibility" in ('public', 'closed')),
	CONSTRAINT "vacancy_pay_period_check" CHECK("__new_vacancy"."pay_period" in ('hour', 'month')),
	CONSTRAINT "vacancy_contract_check" CHECK("__new_vacancy"."contract" in ('permanent', 'fixed_term', 'seasonal')),
	CONSTRAINT "vacancy_whose_check" CHECK("__new_vacancy"."employer_id" is not null or ("__new_vacancy"."source" is not null and "__new_vacancy"."source_employer" is not null)),
	CONSTRAINT "vacancy_pay_check" CHECK("__new_vacancy"."pay_from_cents" is null or "__new_vacancy"."pay_to_cents" is null or "__new_vacancy"."pay_from_cents" <= "__new_vacancy"."pay_to_cents"),
	CONSTRAINT "vacancy_published_check" CHECK("__new_vacancy"."state" <> 'published' or ("__new_vacancy"."published_at" is not null and "__new_vacancy"."expires_at" is not null)),
	CONSTRAINT "vacancy_pay_stated_check" CHECK("__new_vacancy"."state" <> 'published' or "__new_vacancy"."source" is not null or ("__new_vacancy"."pay_from_cents" is not null and "__new_vacancy"."pay_to_cents" is not null)),
	CONSTRAINT "vacancy_positions_check" CHECK("__new_vacancy"."positions" >= 1),
	CONSTRAINT "vacancy_refusals_check" CHECK("__new_vacancy"."refusals" between 0 and 8)
);
--> statement-breakpoint
INSERT INTO `__new_vacancy`("id", "employer_id", "source", "source_id", "source_employer", "source_employer_key", "source_hash", "state", "visibility", "title", "occupation", "description", "municipality", "place", "address", "lat", "lon", "remote", "positions", "pay_from_cents", "pay_to_cents", "pay_period", "hours_per_week", "contract", "shifts", "start_on", "contexts", "requirements", "terms", "support_offered", "support_wanted", "contact_reply_days", "published_at", "expires_at", "created_at", "updated_at", "version") SELECT "id", "employer_id", "source", "source_id", "source_employer", "source_employer_key", "source_hash", "state", "visibility", "title", "occupation", "description", "municipality", "place", "address", "lat", "lon", "remote", "positions", "pay_from_cents", "pay_to_cents", "pay_period", "hours_per_week", "contract", "shifts", "start_on", "contexts", "requirements", "terms", "support_offered", "support_wanted", "contact_reply_days", "published_at", "expires_at", "created_at", "updated_at", "version" FROM `vacancy`;
--> statement-breakpoint
DROP TABLE `vacancy`;
--> statement-breakpoint
ALTER TABLE `__new_vacancy` RENAME TO `vacancy`;
--> statement-breakpoint
CREATE UNIQUE INDEX `vacancy_source_unique` ON `vacancy` (`source`,`source_id`);
--> statement-breakpoint
CREATE INDEX `vacancy_employer_index` ON `vacancy` (`employer_id`,`updated_at`,`id`) WHERE employer_id is not null;
--> statement-breakpoint
CREATE INDEX `vacancy_employer_state_index` ON `vacancy` (`employer_id`,`state`,`updated_at`,`id`) WHERE employer_id is not null;
--> statement-breakpoint
CREATE INDEX `vacancy_employer_expiry_index` ON `vacancy` (`employer_id`,`state`,`expires_at`,`id`) WHERE employer_id is not null;
--> statement-breakpoint
CREATE INDEX `vacancy_open_index` ON `vacancy` (`state`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `vacancy_source_employer_index` ON `vacancy` (`source_employer_key`);
--> statement-breakpoint
-- What nobody chose in an employer's own vacancy is not stated; nobody was asked only where it was imported.
update vacancy_stance set stance = 'not_stated'
where stance = 'not_asked' and vacancy_id in (select id from vacancy where employer_id is not null);
--> statement-breakpoint
update vacancy set refusals = (
	select (select count(*) from vacancy_stance s where s.vacancy_id = v.id and s.stance = 'not_for_this_job') + case when json_extract(v.terms, '$.supervision') in ('no', 'with_conditions') or json_extract(v.terms, '$.appointmentsPerMonth') is not null then 1 else 0 end + case when json_extract(v.terms, '$.monitoring') = 'no' then 1 else 0 end + case when json_extract(v.terms, '$.openPrison') = 'no' then 1 else 0 end + case when coalesce(json_extract(v.terms, '$.monthsSinceRelease'), 0) > 0 then 1 else 0 end from vacancy v where v.id = vacancy.id
);
--> statement-breakpoint
update candidate set profile = json_set(profile, '$.workReference', null) where json_type(profile, '$.workReference') is null;
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
