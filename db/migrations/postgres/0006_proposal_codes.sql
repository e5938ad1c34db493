ALTER TABLE "proposal" ADD COLUMN "code" text collate "C";
--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_code_unique" ON "proposal" USING btree ("code");
--> statement-breakpoint
-- What employers were shown held the person's own code.
UPDATE "proposal" SET "shown" = ("shown"::jsonb - 'code')::json WHERE "shown" IS NOT NULL;
