ALTER TABLE "candidate" DROP CONSTRAINT "candidate_stage_check";
--> statement-breakpoint
UPDATE "candidate" SET "stage" = 'looking' WHERE "stage" = 'released';
--> statement-breakpoint
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_stage_check" CHECK ("candidate"."stage" in ('looking', 'in_custody', 'open_prison', 'preparing_release', 'in_work', 'settled', 'left'));
