UPDATE eventstore.old_data
SET rows_done = rows_done + copied.rows, last_sequence = last."sequence", last_instance = last.instance_id,
    last_type = last.aggregate_type, last_id = last.aggregate_id
FROM (SELECT count(*) AS rows FROM page) AS copied,
    (SELECT * FROM page ORDER BY "sequence" DESC, instance_id DESC, aggregate_type DESC, aggregate_id DESC LIMIT 1) AS last
