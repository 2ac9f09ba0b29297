-- How far each partition has come in the topic with this id: what its shard wrote under the newest layout that wrote any.
SELECT DISTINCT ON (partition.number) partition.number AS partition, known."position", known.in_tx_order
FROM generate_series(0, $1::integer - 1) AS partition (number)
CROSS JOIN eventstore.relay_layouts AS layout
JOIN eventstore.relay_cursors AS known ON known.shard = layout.first_shard + partition.number % layout.shards
WHERE known.topic_id = $2
ORDER BY partition.number, layout.first_shard DESC
