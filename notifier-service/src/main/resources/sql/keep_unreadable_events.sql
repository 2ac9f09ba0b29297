INSERT INTO notifier.unreadable_events (partition, record_offset, error, found_at)
SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::timestamptz[])
ON CONFLICT DO NOTHING
