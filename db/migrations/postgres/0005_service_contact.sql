CREATE TABLE "service_contact" (
	"id" bigint PRIMARY KEY NOT NULL,
	"phone" text collate "C" NOT NULL,
	"opens" text collate "C" NOT NULL,
	"closes" text collate "C" NOT NULL,
	"updated_by" text collate "C" NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "service_contact_one_row_check" CHECK ("service_contact"."id" = 1),
	CONSTRAINT "service_contact_hours_check" CHECK ("service_contact"."opens" < "service_contact"."closes")
);
--> statement-breakpoint
ALTER TABLE "service_contact" ADD CONSTRAINT "service_contact_updated_by_account_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."account"("id") ON DELETE restrict ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "service_contact_updated_by_index" ON "service_contact" USING btree ("updated_by");
