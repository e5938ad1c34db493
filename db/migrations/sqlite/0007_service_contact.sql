CREATE TABLE `service_contact` (
	`id` integer PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`opens` text NOT NULL,
	`closes` text NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`updated_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "service_contact_one_row_check" CHECK("service_contact"."id" = 1),
	CONSTRAINT "service_contact_hours_check" CHECK("service_contact"."opens" < "service_contact"."closes")
);
--> statement-breakpoint
CREATE INDEX `service_contact_updated_by_index` ON `service_contact` (`updated_by`);
