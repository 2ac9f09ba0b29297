-- The oldest transaction that holds the horizon back, in whichever database of the cluster, with whom to ask about it.
SELECT pid, coalesce(usename, '') AS role, coalesce(left(query, 200), '') AS query,
    extract(epoch FROM clock_timestamp() - xact_start)::float8 AS age_seconds
FROM pg_stat_activity
WHERE backend_xid IS NOT NULL
ORDER BY age(backend_xid) DESC
LIMIT 1
