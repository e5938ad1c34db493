CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`password_hash` text NOT NULL,
	`demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "account_email_check" CHECK("account"."email" = lower("account"."email"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email_unique` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `attempt` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`employer_id` text,
	`organisation_id` text,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "invitation_role_check" CHECK("invitation"."role" in ('employer', 'caseworker', 'coordinator')),
	CONSTRAINT "invitation_of_check" CHECK(("invitation"."role" = 'employer') = ("invitation"."employer_id" is not null) and ("invitation"."role" = 'caseworker') = ("invitation"."organisation_id" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token_hash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_employer_index` ON `invitation` (`employer_id`);--> statement-breakpoint
CREATE INDEX `invitation_organisation_index` ON `invitation` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `membership` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`employer_id` text,
	`organisation_id` text,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "membership_role_check" CHECK("membership"."role" in ('employer', 'caseworker', 'coordinator')),
	CONSTRAINT "membership_of_check" CHECK(("membership"."role" = 'employer') = ("membership"."employer_id" is not null) and ("membership"."role" = 'caseworker') = ("membership"."organisation_id" is not null))
);
--> statement-breakpoint
CREATE INDEX `membership_account_index` ON `membership` (`account_id`);--> statement-breakpoint
CREATE INDEX `membership_employer_index` ON `membership` (`employer_id`);--> statement-breakpoint
CREATE INDEX `membership_organisation_index` ON `membership` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`membership_id` text,
	`candidate_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`membership_id`) REFERENCES `membership`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "session_of_check" CHECK(("session"."membership_id" is null) <> ("session"."candidate_id" is null))
);
--> statement-breakpoint
CREATE INDEX `session_expires_index` ON `session` (`expires_at`);--> statement-breakpoint
CREATE INDEX `session_membership_index` ON `session` (`membership_id`);--> statement-breakpoint
CREATE INDEX `session_candidate_index` ON `session` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `access_log` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`membership_id` text,
	`subject` text NOT NULL,
	`purpose` text NOT NULL,
	`at` integer NOT NULL,
	CONSTRAINT "access_log_subject_check" CHECK("access_log"."subject" in ('identity', 'restricted_record')),
	CONSTRAINT "access_log_purpose_check" CHECK("access_log"."purpose" in ('casework', 'match', 'edit', 'employer_named', 'self'))
);
--> statement-breakpoint
CREATE INDEX `access_log_candidate_index` ON `access_log` (`candidate_id`,`at`);--> statement-breakpoint
CREATE TABLE `candidate` (
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
	CONSTRAINT "candidate_stage_check" CHECK("candidate"."stage" in ('in_custody', 'open_prison', 'preparing_release', 'released', 'in_work', 'settled', 'left')),
	CONSTRAINT "candidate_language_check" CHECK("candidate"."language" in ('lv', 'ru', 'en'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `candidate_code_unique` ON `candidate` (`code`);--> statement-breakpoint
CREATE INDEX `candidate_organisation_index` ON `candidate` (`organisation_id`,`stage`,`waiting_since`);--> statement-breakpoint
CREATE INDEX `candidate_caseworker_index` ON `candidate` (`caseworker_id`);--> statement-breakpoint
CREATE TABLE `candidate_access` (
	`candidate_id` text PRIMARY KEY NOT NULL,
	`card_hash` text,
	`card_expires_at` integer,
	`pin_hash` text,
	`wrong_tries` integer DEFAULT 0 NOT NULL,
	`locked_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "candidate_access_card_check" CHECK(("candidate_access"."card_hash" is null) = ("candidate_access"."card_expires_at" is null))
);
--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`content` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "correction_state_check" CHECK("correction"."state" in ('open', 'done'))
);
--> statement-breakpoint
CREATE INDEX `correction_candidate_index` ON `correction` (`candidate_id`,`state`);--> statement-breakpoint
CREATE TABLE `hidden_vacancy` (
	`candidate_id` text NOT NULL,
	`vacancy_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`candidate_id`, `vacancy_id`),
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `identity` (
	`candidate_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `readiness` (
	`candidate_id` text NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`who` text DEFAULT '' NOT NULL,
	`due_on` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`candidate_id`, `item`),
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "readiness_item_check" CHECK("readiness"."item" in ('id_document', 'declared_residence', 'bank_account', 'phone', 'email', 'housing', 'nva_status', 'tax_book', 'medical_book', 'clothes', 'transport')),
	CONSTRAINT "readiness_state_check" CHECK("readiness"."state" in ('in_place', 'in_progress', 'needed'))
);
--> statement-breakpoint
CREATE TABLE `restricted_record` (
	`candidate_id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vault_key` (
	`candidate_id` text PRIMARY KEY NOT NULL,
	`wrapped` text NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `change` (
	`seq` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	CONSTRAINT "change_subject_check" CHECK("change"."subject" in ('vacancy', 'candidate', 'employer', 'legal_restriction'))
);
--> statement-breakpoint
CREATE TABLE `clock` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	CONSTRAINT "clock_one_row_check" CHECK("clock"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `legal_restriction` (
	`id` text PRIMARY KEY NOT NULL,
	`occupation` text,
	`context` text,
	`family` text,
	`effect` text NOT NULL,
	`article` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`verified_on` text,
	`verified_by` text,
	`source` text DEFAULT '' NOT NULL,
	`updated_by` text,
	`updated_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "legal_restriction_context_check" CHECK("legal_restriction"."context" in ('cash', 'keys', 'children', 'vulnerable', 'driving', 'alcohol', 'medicines', 'weapons', 'alone', 'away_over_15_days', 'sea')),
	CONSTRAINT "legal_restriction_family_check" CHECK("legal_restriction"."family" in ('property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_use', 'drug_distribution', 'traffic', 'arson_weapons', 'other')),
	CONSTRAINT "legal_restriction_effect_check" CHECK("legal_restriction"."effect" in ('hard_bar', 'needs_assessment', 'until_spent', 'check')),
	CONSTRAINT "legal_restriction_subject_check" CHECK(("legal_restriction"."occupation" is null) <> ("legal_restriction"."context" is null)),
	CONSTRAINT "legal_restriction_article_check" CHECK(length(trim("legal_restriction"."article")) > 0),
	CONSTRAINT "legal_restriction_source_check" CHECK("legal_restriction"."verified_on" is null or length(trim("legal_restriction"."source")) > 0)
);
--> statement-breakpoint
CREATE INDEX `legal_restriction_live_index` ON `legal_restriction` (`retired_at`);--> statement-breakpoint
CREATE TABLE `custody_place` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`municipality` text NOT NULL,
	`regime` text NOT NULL,
	`open_from` text,
	`closed_on` text,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "custody_place_regime_check" CHECK("custody_place"."regime" in ('closed', 'part_closed', 'open')),
	CONSTRAINT "custody_place_dates_check" CHECK("custody_place"."open_from" is null or "custody_place"."closed_on" is null or "custody_place"."open_from" <= "custody_place"."closed_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `custody_place_name_unique` ON `custody_place` (`name`,`regime`);--> statement-breakpoint
CREATE TABLE `employer` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`registration_no` text NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`municipality` text NOT NULL,
	`place` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`state_reason` text,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "employer_state_check" CHECK("employer"."state" in ('pending', 'verified', 'refused')),
	CONSTRAINT "employer_decided_check" CHECK("employer"."state" = 'pending' or "employer"."decided_at" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_registration_no_unique` ON `employer` (`registration_no`);--> statement-breakpoint
CREATE INDEX `employer_state_index` ON `employer` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `employer_name_key_index` ON `employer` (`name_key`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`public_authority` integer NOT NULL,
	`municipality` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`state` text DEFAULT 'pending' NOT NULL,
	`state_reason` text,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_kind_check" CHECK("organisation"."kind" in ('probation', 'municipal', 'prison', 'ngo')),
	CONSTRAINT "organisation_state_check" CHECK("organisation"."state" in ('pending', 'verified', 'refused')),
	CONSTRAINT "organisation_ngo_check" CHECK("organisation"."kind" <> 'ngo' or not "organisation"."public_authority")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_name_unique` ON `organisation` (`name`);--> statement-breakpoint
CREATE INDEX `organisation_state_index` ON `organisation` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`kind` text NOT NULL,
	`discloses` text NOT NULL,
	`asked_at` integer NOT NULL,
	`deadline_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`channel` text,
	`membership_id` text,
	`answered_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "consent_kind_check" CHECK("consent"."kind" in ('share', 'name')),
	CONSTRAINT "consent_answer_check" CHECK("consent"."answer" in ('yes', 'no', 'expired')),
	CONSTRAINT "consent_answered_by_check" CHECK("consent"."answered_by" in ('candidate', 'caseworker', 'clock')),
	CONSTRAINT "consent_channel_check" CHECK("consent"."channel" in ('screen', 'in_person', 'phone', 'paper')),
	CONSTRAINT "consent_answer_whole_check" CHECK(("consent"."answer" is null) = ("consent"."answered_at" is null) and ("consent"."answer" is null) = ("consent"."answered_by" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_proposal_kind_unique` ON `consent` (`proposal_id`,`kind`);--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`week` integer NOT NULL,
	`outcome` text NOT NULL,
	`evidence` text,
	`membership_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "follow_up_week_check" CHECK("follow_up"."week" in (6, 13, 26)),
	CONSTRAINT "follow_up_outcome_check" CHECK("follow_up"."outcome" in ('in_work', 'not_in_work', 'unknown')),
	CONSTRAINT "follow_up_evidence_check" CHECK("follow_up"."evidence" in ('employer_word', 'contract_seen', 'caseworker', 'candidate')),
	CONSTRAINT "follow_up_known_how_check" CHECK(("follow_up"."outcome" = 'unknown') = ("follow_up"."evidence" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_week_unique` ON `follow_up` (`proposal_id`,`week`);--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`vacancy_id` text NOT NULL,
	`employer_id` text,
	`candidate_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`state_since` integer NOT NULL,
	`deadline_at` integer,
	`shown` text,
	`to_discuss` text DEFAULT '[]' NOT NULL,
	`interview_at` integer,
	`interview_place` text,
	`start_on` text,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "proposal_state_check" CHECK("proposal"."state" in ('draft', 'asked', 'consented', 'sent', 'interested', 'named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended')),
	CONSTRAINT "proposal_employer_check" CHECK("proposal"."employer_id" is not null or "proposal"."state" in ('draft', 'withdrawn')),
	CONSTRAINT "proposal_start_check" CHECK("proposal"."state" not in ('started', 'followed', 'completed', 'ended') or "proposal"."start_on" is not null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_live_unique` ON `proposal` (`vacancy_id`,`candidate_id`) WHERE state not in ('completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended');--> statement-breakpoint
CREATE INDEX `proposal_candidate_index` ON `proposal` (`candidate_id`,`state`);--> statement-breakpoint
CREATE INDEX `proposal_organisation_index` ON `proposal` (`organisation_id`,`state`,`state_since`);--> statement-breakpoint
CREATE INDEX `proposal_employer_index` ON `proposal` (`employer_id`,`state`,`state_since`);--> statement-breakpoint
CREATE INDEX `proposal_vacancy_index` ON `proposal` (`vacancy_id`,`state`);--> statement-breakpoint
CREATE TABLE `proposal_event` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`step` integer NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`party` text NOT NULL,
	`membership_id` text,
	`reason` text,
	`note` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "proposal_event_party_check" CHECK("proposal_event"."party" in ('caseworker', 'candidate', 'employer', 'clock')),
	CONSTRAINT "proposal_event_move_check" CHECK("proposal_event"."from_state" || '>' || "proposal_event"."to_state" in ('draft>asked', 'asked>consented', 'asked>declined_by_candidate', 'interested>declined_by_candidate', 'asked>consent_expired', 'interested>consent_expired', 'consented>sent', 'sent>interested', 'sent>declined_by_employer', 'interested>declined_by_employer', 'named>declined_by_employer', 'interview>declined_by_employer', 'sent>no_answer', 'interested>named', 'named>interview', 'named>offered', 'interview>offered', 'offered>accepted', 'named>declined_by_candidate', 'interview>declined_by_candidate', 'offered>declined_by_candidate', 'accepted>started', 'accepted>not_started', 'started>followed', 'followed>followed', 'followed>completed', 'started>ended', 'followed>ended', 'draft>withdrawn', 'asked>withdrawn', 'consented>withdrawn', 'sent>withdrawn', 'interested>withdrawn', 'named>withdrawn', 'interview>withdrawn', 'offered>withdrawn', 'accepted>withdrawn', 'draft>vacancy_filled', 'asked>vacancy_filled', 'consented>vacancy_filled', 'sent>vacancy_filled', 'interested>vacancy_filled', 'named>vacancy_filled', 'interview>vacancy_filled', 'offered>vacancy_filled'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_event_step_unique` ON `proposal_event` (`proposal_id`,`step`);--> statement-breakpoint
CREATE TABLE `proposal_question` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`question` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `proposal_question_proposal_index` ON `proposal_question` (`proposal_id`);--> statement-breakpoint
CREATE TABLE `text_override` (
	`id` text PRIMARY KEY NOT NULL,
	`vacancy_id` text,
	`candidate_id` text,
	`account_id` text NOT NULL,
	`findings` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "text_override_of_check" CHECK(("text_override"."vacancy_id" is null) <> ("text_override"."candidate_id" is null))
);
--> statement-breakpoint
CREATE INDEX `text_override_vacancy_index` ON `text_override` (`vacancy_id`);--> statement-breakpoint
CREATE INDEX `text_override_candidate_index` ON `text_override` (`candidate_id`);--> statement-breakpoint
CREATE TABLE `vacancy` (
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
	`support_offered` text NOT NULL,
	`support_wanted` text NOT NULL,
	`contact_reply_days` integer,
	`published_at` integer,
	`expires_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`employer_id`) REFERENCES `employer`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "vacancy_state_check" CHECK("vacancy"."state" in ('draft', 'published', 'paused', 'filled', 'closed')),
	CONSTRAINT "vacancy_visibility_check" CHECK("vacancy"."visibility" in ('public', 'closed')),
	CONSTRAINT "vacancy_pay_period_check" CHECK("vacancy"."pay_period" in ('hour', 'month')),
	CONSTRAINT "vacancy_contract_check" CHECK("vacancy"."contract" in ('permanent', 'fixed_term', 'seasonal')),
	CONSTRAINT "vacancy_whose_check" CHECK("vacancy"."employer_id" is not null or ("vacancy"."source" is not null and "vacancy"."source_employer" is not null)),
	CONSTRAINT "vacancy_pay_check" CHECK("vacancy"."pay_from_cents" is null or "vacancy"."pay_to_cents" is null or "vacancy"."pay_from_cents" <= "vacancy"."pay_to_cents"),
	CONSTRAINT "vacancy_published_check" CHECK("vacancy"."state" <> 'published' or ("vacancy"."published_at" is not null and "vacancy"."expires_at" is not null)),
	CONSTRAINT "vacancy_pay_stated_check" CHECK("vacancy"."state" <> 'published' or "vacancy"."source" is not null or ("vacancy"."pay_from_cents" is not null and "vacancy"."pay_to_cents" is not null)),
	CONSTRAINT "vacancy_positions_check" CHECK("vacancy"."positions" >= 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `vacancy_source_unique` ON `vacancy` (`source`,`source_id`);--> statement-breakpoint
CREATE INDEX `vacancy_employer_index` ON `vacancy` (`employer_id`,`state`);--> statement-breakpoint
CREATE INDEX `vacancy_open_index` ON `vacancy` (`state`,`expires_at`);--> statement-breakpoint
CREATE INDEX `vacancy_source_employer_index` ON `vacancy` (`source_employer_key`);--> statement-breakpoint
CREATE TABLE `vacancy_stance` (
	`vacancy_id` text NOT NULL,
	`family` text NOT NULL,
	`stance` text NOT NULL,
	`reason` text,
	`article` text,
	PRIMARY KEY(`vacancy_id`, `family`),
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "vacancy_stance_family_check" CHECK("vacancy_stance"."family" in ('property', 'fraud', 'robbery', 'violence', 'homicide', 'sexual', 'children_family', 'drug_use', 'drug_distribution', 'traffic', 'arson_weapons', 'other')),
	CONSTRAINT "vacancy_stance_stance_check" CHECK("vacancy_stance"."stance" in ('accept', 'case_by_case', 'not_for_this_job', 'not_asked')),
	CONSTRAINT "vacancy_stance_reason_check" CHECK("vacancy_stance"."reason" in ('cash_valuables', 'keys_homes', 'children_vulnerable', 'driving', 'alcohol_medicines', 'weapons', 'working_alone', 'law', 'client_clearance')),
	CONSTRAINT "vacancy_stance_needs_reason_check" CHECK(("vacancy_stance"."stance" = 'not_for_this_job') = ("vacancy_stance"."reason" is not null)),
	CONSTRAINT "vacancy_stance_needs_article_check" CHECK("vacancy_stance"."reason" is null or "vacancy_stance"."reason" <> 'law' or length(trim(coalesce("vacancy_stance"."article", ''))) > 0)
);
