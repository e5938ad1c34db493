CREATE TABLE "search_follower" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"cursor" bigint NOT NULL,
	"index_uid" text collate "C" NOT NULL,
	"analysis" bigint NOT NULL,
	"settings_key" text collate "C" NOT NULL,
	"documents" bigint NOT NULL,
	"caught_up_at" bigint NOT NULL,
	"rebuilt_at" bigint,
	"reconciled_at" bigint,
	"note" text collate "C"
);
--> statement-breakpoint
CREATE TABLE "search_log" (
	"day" text collate "C" NOT NULL,
	"query" text collate "C" NOT NULL,
	"engine" text collate "C" NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"times" bigint NOT NULL,
	"took_ms" bigint NOT NULL,
	CONSTRAINT "search_log_key" PRIMARY KEY("day","query","engine","outcome"),
	CONSTRAINT "search_log_engine_check" CHECK ("search_log"."engine" in ('embedded', 'meilisearch')),
	CONSTRAINT "search_log_outcome_check" CHECK ("search_log"."outcome" in ('found', 'relaxed', 'nothing')),
	CONSTRAINT "search_log_times_check" CHECK ("search_log"."times" >= 1)
);
--> statement-breakpoint
CREATE TABLE "search_refused" (
	"engine" text collate "C" NOT NULL,
	"vacancy_id" text collate "C" NOT NULL,
	"reason" text collate "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"first_at" bigint NOT NULL,
	"last_at" bigint NOT NULL,
	"next_at" bigint,
	CONSTRAINT "search_refused_key" PRIMARY KEY("engine","vacancy_id"),
	CONSTRAINT "search_refused_engine_check" CHECK ("search_refused"."engine" in ('embedded', 'meilisearch')),
	CONSTRAINT "search_refused_reason_check" CHECK (length("search_refused"."reason") <= 300),
	CONSTRAINT "search_refused_attempts_check" CHECK ("search_refused"."attempts" >= 1)
);
--> statement-breakpoint
CREATE TABLE "search_synonym" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"from_phrases" json NOT NULL,
	"to_phrases" json NOT NULL,
	"two_way" boolean NOT NULL,
	"note" text collate "C" DEFAULT '' NOT NULL,
	"folded_phrases" text collate "C" NOT NULL,
	"sort_key" text collate "C" NOT NULL,
	"seed_key" text collate "C",
	"updated_by" text collate "C",
	"updated_at" bigint NOT NULL,
	"retired_at" bigint,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "search_synonym_phrases_check" CHECK (length(trim("search_synonym"."folded_phrases")) > 0)
);
--> statement-breakpoint
ALTER TABLE "change" DROP CONSTRAINT "change_subject_check";
--> statement-breakpoint
CREATE INDEX "search_log_query_index" ON "search_log" USING btree ("query");
--> statement-breakpoint
CREATE INDEX "search_refused_first_index" ON "search_refused" USING btree ("first_at","vacancy_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "search_synonym_seed_unique" ON "search_synonym" USING btree ("seed_key");
--> statement-breakpoint
CREATE INDEX "search_synonym_sort_index" ON "search_synonym" USING btree ("sort_key","id");
--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_subject_check" CHECK ("change"."subject" in ('vacancy', 'candidate', 'employer', 'legal_restriction', 'search_synonym'));
