ALTER TABLE "hidden_vacancy" ADD COLUMN "organisation_id" text collate "C";
--> statement-breakpoint
-- Whoever leads the person had hidden it.
UPDATE hidden_vacancy h SET organisation_id = i.organisation_id FROM candidate c JOIN involvement i ON i.id = c.lead_id WHERE c.id = h.candidate_id;
--> statement-breakpoint
ALTER TABLE "hidden_vacancy" ALTER COLUMN "organisation_id" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "involvement_candidate_index" ON "involvement" USING btree ("candidate_id","since");
--> statement-breakpoint
CREATE INDEX "task_about_index" ON "task" USING btree ("about_id","kind");
--> statement-breakpoint
ALTER TABLE "hidden_vacancy" DROP CONSTRAINT "hidden_vacancy_key";
--> statement-breakpoint
ALTER TABLE "hidden_vacancy" ADD CONSTRAINT "hidden_vacancy_key" PRIMARY KEY("candidate_id","vacancy_id","organisation_id");
