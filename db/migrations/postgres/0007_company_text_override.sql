ALTER TABLE "text_override" DROP CONSTRAINT "text_override_of_check";
--> statement-breakpoint
ALTER TABLE "text_override" ADD COLUMN "employer_id" text collate "C";
--> statement-breakpoint
ALTER TABLE "text_override" ADD CONSTRAINT "text_override_employer_id_employer_id_fk" FOREIGN KEY ("employer_id") REFERENCES "public"."employer"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "text_override_employer_index" ON "text_override" USING btree ("employer_id");
--> statement-breakpoint
ALTER TABLE "text_override" ADD CONSTRAINT "text_override_of_check" CHECK ((case when "text_override"."vacancy_id" is null then 0 else 1 end) + (case when "text_override"."candidate_id" is null then 0 else 1 end) + (case when "text_override"."employer_id" is null then 0 else 1 end) = 1);
