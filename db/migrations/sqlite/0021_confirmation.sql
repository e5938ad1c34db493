CREATE TABLE `confirmation` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`vacancy_id` text NOT NULL,
	`asked_by_organisation_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`authority_organisation_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked` text NOT NULL,
	`answer` text,
	`answered_by` text,
	`answered_at` integer,
	`due_on` text NOT NULL,
	`told_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`vacancy_id`) REFERENCES `vacancy`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`asked_by_organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`authority_organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "confirmation_answer_check" CHECK("confirmation"."answer" in ('may_be_proposed', 'choose_another')),
	CONSTRAINT "confirmation_answered_check" CHECK(("confirmation"."answer" is null) = ("confirmation"."answered_at" is null)),
	CONSTRAINT "confirmation_told_check" CHECK(("confirmation"."answer" is null) = ("confirmation"."told_at" is null)),
	CONSTRAINT "confirmation_later_check" CHECK("confirmation"."told_at" > "confirmation"."answered_at")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `confirmation_open_unique` ON `confirmation` (`candidate_id`) WHERE answer is null;
--> statement-breakpoint
CREATE INDEX `confirmation_candidate_index` ON `confirmation` (`candidate_id`,`asked_at`);
--> statement-breakpoint
CREATE INDEX `confirmation_vacancy_index` ON `confirmation` (`vacancy_id`);
--> statement-breakpoint
CREATE INDEX `confirmation_asked_by_index` ON `confirmation` (`asked_by_organisation_id`);
--> statement-breakpoint
CREATE INDEX `confirmation_authority_index` ON `confirmation` (`authority_organisation_id`);
--> statement-breakpoint
CREATE INDEX `confirmation_due_index` ON `confirmation` (`due_on`) WHERE answer is null;
