CREATE TABLE "retention_notice" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"candidate_id" text collate "C" NOT NULL,
	"term" text collate "C" NOT NULL,
	"warned_at" bigint NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"state" text collate "C" DEFAULT 'warned' NOT NULL,
	"reason" text collate "C",
	"decided_by" text collate "C",
	"decided_at" bigint,
	CONSTRAINT "retention_notice_term_check" CHECK ("retention_notice"."term" in ('finished', 'unused')),
	CONSTRAINT "retention_notice_state_check" CHECK ("retention_notice"."state" in ('warned', 'kept', 'worked_with', 'erased')),
	CONSTRAINT "retention_notice_reason_check" CHECK ("retention_notice"."reason" in ('works_with', 'wished', 'open_matter')),
	CONSTRAINT "retention_notice_decided_check" CHECK (("retention_notice"."state" = 'warned') = ("retention_notice"."decided_at" is null)),
	CONSTRAINT "retention_notice_reason_given_check" CHECK (("retention_notice"."state" = 'kept') = ("retention_notice"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "retention_notice" ADD CONSTRAINT "retention_notice_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "retention_notice_open_unique" ON "retention_notice" USING btree ("candidate_id") WHERE state = 'warned';
--> statement-breakpoint
CREATE INDEX "retention_notice_candidate_index" ON "retention_notice" USING btree ("candidate_id","decided_at");
--> statement-breakpoint
CREATE INDEX "retention_notice_due_index" ON "retention_notice" USING btree ("state","due_on","id");
