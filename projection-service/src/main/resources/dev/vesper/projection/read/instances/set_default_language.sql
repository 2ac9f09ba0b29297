UPDATE projections.instances1
SET default_language = $5, change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
