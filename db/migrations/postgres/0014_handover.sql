CREATE TABLE "handover" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"candidate_id" text collate "C" NOT NULL,
	"from_organisation_id" text collate "C" NOT NULL,
	"to_organisation_id" text collate "C" NOT NULL,
	"shares" json DEFAULT '[]'::json NOT NULL,
	"basis" text collate "C" NOT NULL,
	"basis_name" text collate "C" NOT NULL,
	"said" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"state" text collate "C" DEFAULT 'offered' NOT NULL,
	"refusal" text collate "C",
	"offered_by" text collate "C" NOT NULL,
	"offered_at" bigint NOT NULL,
	"due_on" text collate "C" NOT NULL,
	"decided_by" text collate "C",
	"decided_at" bigint,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "handover_kind_check" CHECK ("handover"."kind" in ('handover', 'joining')),
	CONSTRAINT "handover_state_check" CHECK ("handover"."state" in ('offered', 'accepted', 'refused', 'taken_back', 'expired', 'over')),
	CONSTRAINT "handover_refusal_check" CHECK ("handover"."refusal" in ('other_area', 'no_capacity', 'other_help', 'known_otherwise')),
	CONSTRAINT "handover_basis_check" CHECK ("handover"."basis" in ('law', 'consent')),
	CONSTRAINT "handover_refused_check" CHECK (("handover"."state" = 'refused') = ("handover"."refusal" is not null)),
	CONSTRAINT "handover_decided_check" CHECK (("handover"."state" = 'offered') = ("handover"."decided_at" is null)),
	CONSTRAINT "handover_between_two_check" CHECK ("handover"."from_organisation_id" <> "handover"."to_organisation_id")
);
--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_candidate_id_candidate_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidate"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_from_organisation_id_organisation_id_fk" FOREIGN KEY ("from_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_organisation_id_organisation_id_fk" FOREIGN KEY ("to_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "handover_open_unique" ON "handover" USING btree ("candidate_id","to_organisation_id") WHERE state = 'offered';
--> statement-breakpoint
CREATE UNIQUE INDEX "handover_one_unique" ON "handover" USING btree ("candidate_id") WHERE state = 'offered' and kind = 'handover';
--> statement-breakpoint
CREATE INDEX "handover_candidate_index" ON "handover" USING btree ("candidate_id","offered_at");
--> statement-breakpoint
CREATE INDEX "handover_to_index" ON "handover" USING btree ("to_organisation_id","state");
--> statement-breakpoint
CREATE INDEX "handover_from_index" ON "handover" USING btree ("from_organisation_id");
--> statement-breakpoint
CREATE INDEX "handover_due_index" ON "handover" USING btree ("state","due_on");
