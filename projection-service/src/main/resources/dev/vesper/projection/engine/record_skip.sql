WITH skipped AS (
    INSERT INTO projections.skipped_events (
        projection_name, version, instance_id, aggregate_type, aggregate_id, sequence, skipped_by, reason, skipped_at
    ) VALUES ($1, $2, $4, $5, $6, $7, $8, $9, clock_timestamp())
    ON CONFLICT (projection_name, version, instance_id, aggregate_type, aggregate_id, sequence) DO NOTHING
)
DELETE FROM projections.failed_events2
WHERE projection_name = $3
  AND instance_id = $4
  AND aggregate_type = $5
  AND aggregate_id = $6
  AND failed_sequence = $7
