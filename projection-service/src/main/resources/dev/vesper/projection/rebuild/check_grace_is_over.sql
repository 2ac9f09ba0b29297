SELECT finished_at < clock_timestamp() - $2::BIGINT * INTERVAL '1 millisecond' AS over
FROM projections.rebuilds
WHERE rebuild_id = $1
