ALTER TABLE "candidate" ADD COLUMN "situation_version" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "candidate_access" ADD COLUMN "by_authority" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- Cards and PINs of those whom an authority leads were made by it.
UPDATE candidate_access SET by_authority = true WHERE EXISTS (
  SELECT 1 FROM candidate c JOIN involvement i ON i.id = c.lead_id JOIN organisation o ON o.id = i.organisation_id
  WHERE c.id = candidate_access.candidate_id AND o.public_authority
);
