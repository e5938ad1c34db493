CREATE TABLE "confirmation" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"candidate_id" text collate "C" NOT NULL,
	"vacancy_id" text collate "C" NOT NULL,
	"asked_by_organisation_id" text collate "C" NOT NULL,
	"asked_by" text collate "C" NOT NULL,
	"authority_organisation_id" text collate "C" NOT NULL,
	"asked_at" bigint NOT NULL,
	"asked" json NOT NULL,
	"answer" text collate "C",
	"answered_by" text collate "C",
	"answered_at" bigint,
	"due_on" text collate "C" NOT NULL,
	"told_at" bigint,
	CONSTRAINT "confirmation_answer_check" CHECK ("confirmation"."answer" in ('may_be_proposed', 'choose_another')),
	CONSTRAINT "confirmation_answered_check" CHECK (("confirmation"."answer" is null) = ("confirmation"."answered_at" is null)),
	CONSTRAINT "confirmation_told_check" CHECK (("confirmation"."answer" is null) = ("confirmation"."told_at" is null)),
	CONSTRAINT "confirmation_later_check" CHECK ("confirmation"."told_at" > "confirmation"."answered_at")
);
--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_vacancy_id_vacancy_id_fk" FOREIGN KEY ("vacancy_id") REFERENCES "public"."vacancy"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_asked_by_organisation_id_organisation_id_fk" FOREIGN KEY ("asked_by_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_authority_organisation_id_organisation_id_fk" FOREIGN KEY ("authority_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "confirmation_open_unique" ON "confirmation" USING btree ("candidate_id") WHERE answer is null;
--> statement-breakpoint
CREATE INDEX "confirmation_candidate_index" ON "confirmation" USING btree ("candidate_id","asked_at");
--> statement-breakpoint
CREATE INDEX "confirmation_vacancy_index" ON "confirmation" USING btree ("vacancy_id");
--> statement-breakpoint
CREATE INDEX "confirmation_asked_by_index" ON "confirmation" USING btree ("asked_by_organisation_id");
--> statement-breakpoint
CREATE INDEX "confirmation_authority_index" ON "confirmation" USING btree ("authority_organisation_id");
--> statement-breakpoint
CREATE INDEX "confirmation_due_index" ON "confirmation" USING btree ("due_on") WHERE answer is null;
