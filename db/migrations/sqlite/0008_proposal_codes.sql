ALTER TABLE `proposal` ADD `code` text;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_code_unique` ON `proposal` (`code`);
--> statement-breakpoint
-- What employers were shown held the person's own code.
UPDATE `proposal` SET `shown` = json_remove(`shown`, '$.code') WHERE `shown` IS NOT NULL;
