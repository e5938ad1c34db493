CREATE TABLE `retention_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`candidate_id` text NOT NULL,
	`term` text NOT NULL,
	`warned_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`state` text DEFAULT 'warned' NOT NULL,
	`reason` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "retention_notice_term_check" CHECK("retention_notice"."term" in ('finished', 'unused')),
	CONSTRAINT "retention_notice_state_check" CHECK("retention_notice"."state" in ('warned', 'kept', 'worked_with', 'erased')),
	CONSTRAINT "retention_notice_reason_check" CHECK("retention_notice"."reason" in ('works_with', 'wished', 'open_matter')),
	CONSTRAINT "retention_notice_decided_check" CHECK(("retention_notice"."state" = 'warned') = ("retention_notice"."decided_at" is null)),
	CONSTRAINT "retention_notice_reason_given_check" CHECK(("retention_notice"."state" = 'kept') = ("retention_notice"."reason" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `retention_notice_open_unique` ON `retention_notice` (`candidate_id`) WHERE state = 'warned';
--> statement-breakpoint
CREATE INDEX `retention_notice_candidate_index` ON `retention_notice` (`candidate_id`,`decided_at`);
--> statement-breakpoint
CREATE INDEX `retention_notice_due_index` ON `retention_notice` (`state`,`due_on`,`id`);
