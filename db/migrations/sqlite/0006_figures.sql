CREATE TABLE `conviction_statistic` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`year` integer NOT NULL,
	`shares` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`entered_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "conviction_statistic_year_check" CHECK("conviction_statistic"."year" between 1990 and 2200),
	CONSTRAINT "conviction_statistic_source_check" CHECK(length(trim("conviction_statistic"."source")) > 0)
);
--> statement-breakpoint
CREATE INDEX `conviction_statistic_entered_by_index` ON `conviction_statistic` (`entered_by`);
--> statement-breakpoint
CREATE TABLE `participation_figure` (
	`id` text PRIMARY KEY NOT NULL,
	`people` integer NOT NULL,
	`report` text NOT NULL,
	`published_on` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`entered_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE restrict,
	CONSTRAINT "participation_figure_people_check" CHECK("participation_figure"."people" > 0),
	CONSTRAINT "participation_figure_report_check" CHECK(length(trim("participation_figure"."report")) > 0)
);
--> statement-breakpoint
CREATE INDEX `participation_figure_entered_by_index` ON `participation_figure` (`entered_by`);
