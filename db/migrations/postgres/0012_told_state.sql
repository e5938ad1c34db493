DROP INDEX "proposal_employer_index";
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "told_state" text collate "C";
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "told_version" bigint;
--> statement-breakpoint
-- What an employer was sent before it knows as it stands.
UPDATE "proposal" SET "told_state" = "state", "told_version" = "version" WHERE "shown" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "proposal_untold_index" ON "proposal" USING btree ("state_since") WHERE (told_state <> state or (told_state is null and state = 'sent'));
--> statement-breakpoint
CREATE INDEX "proposal_employer_index" ON "proposal" USING btree ("employer_id","told_state","since_day","id");
--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_told_state_check" CHECK ("proposal"."told_state" in ('sent', 'interested', 'named', 'interview', 'offered', 'accepted', 'started', 'followed', 'completed', 'declined_by_candidate', 'consent_expired', 'declined_by_employer', 'no_answer', 'withdrawn', 'vacancy_filled', 'not_started', 'ended'));
--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_told_check" CHECK (("proposal"."told_state" is null) = ("proposal"."told_version" is null));
