CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`candidate_id` text NOT NULL,
	`from_organisation_id` text NOT NULL,
	`to_organisation_id` text NOT NULL,
	`shares` text DEFAULT '[]' NOT NULL,
	`basis` text NOT NULL,
	`basis_name` text NOT NULL,
	`said` text NOT NULL,
	`note` text NOT NULL,
	`state` text DEFAULT 'offered' NOT NULL,
	`refusal` text,
	`offered_by` text NOT NULL,
	`offered_at` integer NOT NULL,
	`due_on` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`candidate_id`) REFERENCES `candidate`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`from_organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`to_organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "handover_kind_check" CHECK("handover"."kind" in ('handover', 'joining')),
	CONSTRAINT "handover_state_check" CHECK("handover"."state" in ('offered', 'accepted', 'refused', 'taken_back', 'expired', 'over')),
	CONSTRAINT "handover_refusal_check" CHECK("handover"."refusal" in ('other_area', 'no_capacity', 'other_help', 'known_otherwise')),
	CONSTRAINT "handover_basis_check" CHECK("handover"."basis" in ('law', 'consent')),
	CONSTRAINT "handover_refused_check" CHECK(("handover"."state" = 'refused') = ("handover"."refusal" is not null)),
	CONSTRAINT "handover_decided_check" CHECK(("handover"."state" = 'offered') = ("handover"."decided_at" is null)),
	CONSTRAINT "handover_between_two_check" CHECK("handover"."from_organisation_id" <> "handover"."to_organisation_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_open_unique` ON `handover` (`candidate_id`,`to_organisation_id`) WHERE state = 'offered';
--> statement-breakpoint
CREATE UNIQUE INDEX `handover_one_unique` ON `handover` (`candidate_id`) WHERE state = 'offered' and kind = 'handover';
--> statement-breakpoint
CREATE INDEX `handover_candidate_index` ON `handover` (`candidate_id`,`offered_at`);
--> statement-breakpoint
CREATE INDEX `handover_to_index` ON `handover` (`to_organisation_id`,`state`);
--> statement-breakpoint
CREATE INDEX `handover_from_index` ON `handover` (`from_organisation_id`);
--> statement-breakpoint
CREATE INDEX `handover_due_index` ON `handover` (`state`,`due_on`);
