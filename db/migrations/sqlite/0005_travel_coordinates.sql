-- In the stored profile, the coordinates of the place a person travels from are called so.
UPDATE `candidate` SET `profile` = json_set(json_remove(`profile`, '$.travelFrom.spot'), '$.travelFrom.coordinates', json_extract(`profile`, '$.travelFrom.spot')) WHERE json_type(`profile`, '$.travelFrom.spot') IS NOT NULL;
