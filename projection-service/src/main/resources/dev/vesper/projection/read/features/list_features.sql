SELECT instance_id, key, value
FROM projections.features1
WHERE instance_id IN ($1, '')
