-- Whether it follows the topic not far behind the view, so that a swap need not wait long.
SELECT COUNT(*) > 0 AND BOOL_AND(
    b.partition IS NOT NULL
    AND NOT b.catching_up
    AND NOT v.catching_up
    AND (v.kafka_offset IS NULL OR b.kafka_offset IS NULL OR b.kafka_offset >= v.kafka_offset - 1000)
) AS near
FROM projections.partition_states v
LEFT JOIN projections.partition_states b ON b.projection_name = $3 AND b.version = $2 AND b.partition = v.partition
WHERE v.projection_name = $1
  AND v.version = $2
