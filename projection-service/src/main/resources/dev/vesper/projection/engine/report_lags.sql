-- For operators: what the consumer of these partitions has before it. Times are microseconds since 1970; NULL for none.
UPDATE projections.partition_states s
SET lag_events = lag.events,
    oldest_unprocessed_at = to_timestamp(lag.oldest / 1000000.0),
    reported_at = clock_timestamp()
FROM unnest($3::INTEGER[], $4::BIGINT[], $5::BIGINT[]) AS lag (partition, events, oldest)
WHERE s.projection_name = $1
  AND s.version = $2
  AND s.partition = lag.partition
