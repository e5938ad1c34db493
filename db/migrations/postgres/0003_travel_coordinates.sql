-- In the stored profile, the coordinates of the place a person travels from are called so.
UPDATE "candidate" SET "profile" = jsonb_set("profile"::jsonb #- '{travelFrom,spot}', '{travelFrom,coordinates}', "profile"::jsonb #> '{travelFrom,spot}')::json WHERE "profile"::jsonb #> '{travelFrom,spot}' IS NOT NULL;
