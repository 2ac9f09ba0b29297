SELECT DISTINCT instance_id, aggregate_id FROM page
