CREATE TABLE "conviction_statistic" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"source" text collate "C" NOT NULL,
	"year" bigint NOT NULL,
	"shares" json NOT NULL,
	"entered_by" text collate "C" NOT NULL,
	"entered_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	CONSTRAINT "conviction_statistic_year_check" CHECK ("conviction_statistic"."year" between 1990 and 2200),
	CONSTRAINT "conviction_statistic_source_check" CHECK (length(trim("conviction_statistic"."source")) > 0)
);
--> statement-breakpoint
CREATE TABLE "participation_figure" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"people" bigint NOT NULL,
	"report" text collate "C" NOT NULL,
	"published_on" text collate "C" NOT NULL,
	"entered_by" text collate "C" NOT NULL,
	"entered_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	CONSTRAINT "participation_figure_people_check" CHECK ("participation_figure"."people" > 0),
	CONSTRAINT "participation_figure_report_check" CHECK (length(trim("participation_figure"."report")) > 0)
);
--> statement-breakpoint
ALTER TABLE "conviction_statistic" ADD CONSTRAINT "conviction_statistic_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "participation_figure" ADD CONSTRAINT "participation_figure_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "conviction_statistic_entered_by_index" ON "conviction_statistic" USING btree ("entered_by");
--> statement-breakpoint
CREATE INDEX "participation_figure_entered_by_index" ON "participation_figure" USING btree ("entered_by");
