DELETE FROM projections.features1
WHERE instance_id = $1
