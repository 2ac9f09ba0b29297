-- Events whose position is not their own time, because the clock had gone back within their aggregate.
SELECT count(*) AS moved
FROM eventstore.all_events
WHERE revision > 1000 AND "position" <> (extract(epoch FROM created_at) * 1000000)::bigint
