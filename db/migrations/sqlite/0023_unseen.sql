ALTER TABLE `candidate` ADD `situation_version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `candidate_access` ADD `by_authority` integer DEFAULT false NOT NULL;
--> statement-breakpoint
-- Cards and PINs of those whom an authority leads were made by it.
UPDATE candidate_access SET by_authority = 1 WHERE EXISTS (
  SELECT 1 FROM candidate c JOIN involvement i ON i.id = c.lead_id JOIN organisation o ON o.id = i.organisation_id
  WHERE c.id = candidate_access.candidate_id AND o.public_authority
);
