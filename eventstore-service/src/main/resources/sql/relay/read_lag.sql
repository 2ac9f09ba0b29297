-- Events that the slowest shard has not yet relayed: how many, counted up to a limit, and the age of the oldest.
SELECT count(*) AS events,
    coalesce(extract(epoch FROM clock_timestamp() - min(unrelayed.created_at)), 0)::float8 AS oldest_age_seconds
FROM (
    SELECT event.created_at
    FROM eventstore.events2 AS event
    WHERE (event."position", event.in_tx_order) > (
        SELECT coalesce(min("position"), -1), coalesce(min(in_tx_order) FILTER (WHERE "position" = lowest), -1)
        FROM (SELECT "position", in_tx_order, min("position") OVER () AS lowest FROM eventstore.relay_cursors) AS shard)
    ORDER BY event."position", event.in_tx_order
    LIMIT $1) AS unrelayed
