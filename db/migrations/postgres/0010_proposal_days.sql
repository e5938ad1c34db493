DROP INDEX "proposal_employer_index";
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "since_day" text collate "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX "proposal_employer_index" ON "proposal" USING btree ("employer_id","state","since_day","id");
