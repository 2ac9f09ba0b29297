UPDATE eventstore.old_data SET rows_done = rows_done + copied.rows
FROM (SELECT count(*) AS rows FROM page) AS copied
RETURNING copied.rows
