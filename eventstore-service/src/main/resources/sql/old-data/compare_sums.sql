-- One statement, so one snapshot: what the system before writes meanwhile is on both sides, or on neither. A note counts as
-- the row that it will become.
WITH old AS (
    SELECT aggregate_type, count(*) AS rows, sum(hash_record_extended(ROW(
        instance_id, aggregate_id, "sequence", event_type, revision, created_at, payload, creator, "owner"), 0)) AS checksum
    FROM eventstore.old_events
    GROUP BY aggregate_type
), waiting AS (
    SELECT DISTINCT instance_id, aggregate_type, aggregate_id, "sequence"
    FROM eventstore.old_data_noted AS noted
    WHERE NOT EXISTS (
        SELECT FROM eventstore.all_events AS known
        WHERE (known.instance_id, known.aggregate_type, known.aggregate_id, known."sequence")
            = (noted.instance_id, noted.aggregate_type, noted.aggregate_id, noted."sequence"))
), new AS (
    SELECT aggregate_type, count(*) AS rows, sum(hash_record_extended(ROW(
        instance_id, aggregate_id, "sequence", event_type, revision, created_at, payload, creator, "owner"), 0)) AS checksum
    FROM (
        SELECT instance_id, aggregate_type, aggregate_id, "sequence", event_type, revision, created_at, payload, creator,
            "owner"
        FROM eventstore.all_events
        WHERE revision > 1000
        UNION ALL
        SELECT instance_id, aggregate_type, aggregate_id, "sequence", event_type, revision, created_at, payload, creator,
            "owner"
        FROM waiting
        JOIN eventstore.old_events USING (instance_id, aggregate_type, aggregate_id, "sequence")) AS brought
    GROUP BY aggregate_type
)
SELECT aggregate_type, coalesce(old.rows, 0) AS old_rows, coalesce(new.rows, 0) AS new_rows,
    coalesce(old.checksum, 0)::text AS old_checksum, coalesce(new.checksum, 0)::text AS new_checksum
FROM old
FULL JOIN new USING (aggregate_type)
ORDER BY aggregate_type
