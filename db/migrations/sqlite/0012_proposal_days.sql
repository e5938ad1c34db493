DROP INDEX `proposal_employer_index`;
--> statement-breakpoint
ALTER TABLE `proposal` ADD `since_day` text DEFAULT '' NOT NULL;
--> statement-breakpoint
CREATE INDEX `proposal_employer_index` ON `proposal` (`employer_id`,`state`,`since_day`,`id`);
