CREATE TABLE `search_follower` (
	`id` text PRIMARY KEY NOT NULL,
	`cursor` integer NOT NULL,
	`index_uid` text NOT NULL,
	`analysis` integer NOT NULL,
	`settings_key` text NOT NULL,
	`documents` integer NOT NULL,
	`caught_up_at` integer NOT NULL,
	`rebuilt_at` integer,
	`reconciled_at` integer,
	`note` text
);
--> statement-breakpoint
CREATE TABLE `search_log` (
	`day` text NOT NULL,
	`query` text NOT NULL,
	`engine` text NOT NULL,
	`outcome` text NOT NULL,
	`times` integer NOT NULL,
	`took_ms` integer NOT NULL,
	PRIMARY KEY(`day`, `query`, `engine`, `outcome`),
	CONSTRAINT "search_log_engine_check" CHECK("search_log"."engine" in ('embedded', 'meilisearch')),
	CONSTRAINT "search_log_outcome_check" CHECK("search_log"."outcome" in ('found', 'relaxed', 'nothing')),
	CONSTRAINT "search_log_times_check" CHECK("search_log"."times" >= 1)
);
--> statement-breakpoint
CREATE INDEX `search_log_query_index` ON `search_log` (`query`);
--> statement-breakpoint
CREATE TABLE `search_refused` (
	`engine` text NOT NULL,
	`vacancy_id` text NOT NULL,
	`reason` text NOT NULL,
	`attempts` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`next_at` integer,
	PRIMARY KEY(`engine`, `vacancy_id`),
	CONSTRAINT "search_refused_engine_check" CHECK("search_refused"."engine" in ('embedded', 'meilisearch')),
	CONSTRAINT "search_refused_reason_check" CHECK(length("search_refused"."reason") <= 300),
	CONSTRAINT "search_refused_attempts_check" CHECK("search_refused"."attempts" >= 1)
);
--> statement-breakpoint
CREATE INDEX `search_refused_first_index` ON `search_refused` (`first_at`,`vacancy_id`);
--> statement-breakpoint
CREATE TABLE `search_synonym` (
	`id` text PRIMARY KEY NOT NULL,
	`from_phrases` text NOT NULL,
	`to_phrases` text NOT NULL,
	`two_way` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`folded_phrases` text NOT NULL,
	`sort_key` text NOT NULL,
	`seed_key` text,
	`updated_by` text,
	`updated_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "search_synonym_phrases_check" CHECK(length(trim("search_synonym"."folded_phrases")) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_synonym_seed_unique` ON `search_synonym` (`seed_key`);
--> statement-breakpoint
CREATE INDEX `search_synonym_sort_index` ON `search_synonym` (`sort_key`,`id`);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE `__new_change` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	CONSTRAINT "change_subject_check" CHECK("__new_change"."subject" in ('vacancy', 'candidate', 'employer', 'legal_restriction', 'search_synonym'))
);
--> statement-breakpoint
INSERT INTO sqlite_sequence (name, seq) SELECT '__new_change', seq FROM sqlite_sequence WHERE name = 'change';
--> statement-breakpoint
INSERT INTO `__new_change`("seq", "subject", "subject_id") SELECT "seq", "subject", "subject_id" FROM `change`;
--> statement-breakpoint
DROP TABLE `change`;
--> statement-breakpoint
ALTER TABLE `__new_change` RENAME TO `change`;
--> statement-breakpoint
PRAGMA foreign_keys=ON;
--> statement-breakpoint
CREATE INDEX `change_subject_index` ON `change` (`subject`,`subject_id`);
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
