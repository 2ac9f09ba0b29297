SELECT BOOL_AND(
    b.partition IS NOT NULL
    AND NOT b.catching_up
    AND (b.position, b.in_tx_order) >= (v.position, v.in_tx_order)
) AS past
FROM projections.partition_states v
LEFT JOIN projections.partition_states b ON b.projection_name = $3 AND b.version = $2 AND b.partition = v.partition
WHERE v.projection_name = $1
  AND v.version = $2
