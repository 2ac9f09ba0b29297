-- The position that every shard of the relay and every automation has reached; no row while one of them has not begun.
SELECT least(relayed."position", answered."position") AS "position"
FROM (
    SELECT CASE WHEN count(known.shard) = count(*) THEN min(known."position") END AS "position"
    FROM (SELECT first_shard, shards FROM eventstore.relay_layouts ORDER BY first_shard DESC LIMIT 1) AS layout
    CROSS JOIN generate_series(layout.first_shard, layout.first_shard + layout.shards - 1) AS number
    LEFT JOIN eventstore.relay_cursors AS known ON known.shard = number) AS relayed
CROSS JOIN (
    SELECT CASE WHEN count(*) = cardinality($1::text[]) THEN min("position") END AS "position"
    FROM eventstore.automation_cursors
    WHERE name = ANY ($1)) AS answered
WHERE relayed."position" IS NOT NULL AND answered."position" IS NOT NULL
