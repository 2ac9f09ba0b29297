-- For operators: the lowest position over the partitions, for all instances and for each that has a start position.
WITH low AS (
    SELECT MIN(position) AS position
    FROM projections.partition_states
    WHERE projection_name = $1
      AND version = $2
), others AS (
    UPDATE projections.current_states
    SET position = low.position, last_updated = clock_timestamp()
    FROM low
    WHERE projection_name = $3
      AND instance_id <> ''
)
INSERT INTO projections.current_states (projection_name, instance_id, position, last_updated)
SELECT $3, '', low.position, clock_timestamp()
FROM low
ON CONFLICT (projection_name, instance_id)
DO UPDATE SET position = EXCLUDED.position, last_updated = EXCLUDED.last_updated
