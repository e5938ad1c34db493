DROP INDEX "candidate_organisation_index";
--> statement-breakpoint
DROP INDEX "candidate_caseworker_index";
--> statement-breakpoint
DROP INDEX "employer_state_index";
--> statement-breakpoint
DROP INDEX "organisation_state_index";
--> statement-breakpoint
DROP INDEX "proposal_candidate_index";
--> statement-breakpoint
DROP INDEX "proposal_organisation_index";
--> statement-breakpoint
DROP INDEX "proposal_employer_index";
--> statement-breakpoint
DROP INDEX "vacancy_employer_index";
--> statement-breakpoint
CREATE INDEX "candidate_custody_place_index" ON "candidate" USING btree ("custody_place_id");
--> statement-breakpoint
CREATE INDEX "employer_state_sort_index" ON "employer" USING btree ("state","sort_key","id");
--> statement-breakpoint
CREATE INDEX "organisation_state_sort_index" ON "organisation" USING btree ("state","sort_key","id");
--> statement-breakpoint
CREATE INDEX "proposal_deadline_index" ON "proposal" USING btree ("state","deadline_at");
--> statement-breakpoint
CREATE INDEX "proposal_question_open_index" ON "proposal_question" USING btree ("proposal_id") WHERE answer is null;
--> statement-breakpoint
CREATE INDEX "text_override_account_index" ON "text_override" USING btree ("account_id");
--> statement-breakpoint
CREATE INDEX "vacancy_employer_state_index" ON "vacancy" USING btree ("employer_id","state","updated_at","id") WHERE employer_id is not null;
--> statement-breakpoint
CREATE INDEX "vacancy_employer_expiry_index" ON "vacancy" USING btree ("employer_id","state","expires_at","id") WHERE employer_id is not null;
--> statement-breakpoint
CREATE INDEX "candidate_organisation_index" ON "candidate" USING btree ("organisation_id","stage","waiting_since","id");
--> statement-breakpoint
CREATE INDEX "candidate_caseworker_index" ON "candidate" USING btree ("caseworker_id","organisation_id","stage","waiting_since","id");
--> statement-breakpoint
CREATE INDEX "employer_state_index" ON "employer" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "organisation_state_index" ON "organisation" USING btree ("state","created_at","id");
--> statement-breakpoint
CREATE INDEX "proposal_candidate_index" ON "proposal" USING btree ("candidate_id","state_since","id");
--> statement-breakpoint
CREATE INDEX "proposal_organisation_index" ON "proposal" USING btree ("organisation_id","state","state_since","id");
--> statement-breakpoint
CREATE INDEX "proposal_employer_index" ON "proposal" USING btree ("employer_id","state","state_since","id");
--> statement-breakpoint
CREATE INDEX "vacancy_employer_index" ON "vacancy" USING btree ("employer_id","updated_at","id") WHERE employer_id is not null;
