-- An event keeps its time as its position, in microseconds; where the clock of the system before went back within an
-- aggregate, it stands with its predecessor. Events of one position are ranked by sequence, after those that are there.
WITH placed AS (
    SELECT page.*, key.partition,
        greatest(head."position", max(page."position") OVER (
            PARTITION BY page.instance_id, page.aggregate_type, page.aggregate_id ORDER BY page."sequence")) AS place
    FROM page
    JOIN unnest(?::text[], ?::text[], ?::smallint[]) AS key (instance_id, aggregate_id, partition)
        USING (instance_id, aggregate_id)
    LEFT JOIN LATERAL (
        SELECT known."position" FROM eventstore.heads AS known
        WHERE (known.instance_id, known.aggregate_type, known.aggregate_id)
            = (page.instance_id, page.aggregate_type, page.aggregate_id)
        LIMIT 1) AS head ON true
), ranked AS (
    SELECT placed.*, row_number() OVER (
        PARTITION BY place ORDER BY "sequence", instance_id, aggregate_type, aggregate_id) AS rank
    FROM placed
), appended AS (
    INSERT INTO eventstore.events2 (
        instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator,
        "owner", partition, "position", in_tx_order)
    SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload, creator,
        "owner", partition, place, coalesce(taken.in_tx_order, -1) + rank
    FROM ranked
    LEFT JOIN LATERAL (
        SELECT known.in_tx_order FROM eventstore.events2 AS known
        WHERE known."position" = place
        ORDER BY known.in_tx_order DESC
        LIMIT 1) AS taken ON true
    ORDER BY place, rank
    RETURNING instance_id, aggregate_type, aggregate_id, "sequence", "position", "owner"
)
INSERT INTO eventstore.heads (instance_id, aggregate_type, aggregate_id, "sequence", "position", "owner")
SELECT DISTINCT ON (instance_id, aggregate_type, aggregate_id)
    instance_id, aggregate_type, aggregate_id, "sequence", "position", "owner"
FROM appended
ORDER BY instance_id, aggregate_type, aggregate_id, "sequence" DESC
ON CONFLICT (instance_id, aggregate_type, aggregate_id)
DO UPDATE SET "sequence" = EXCLUDED."sequence", "position" = EXCLUDED."position", "owner" = EXCLUDED."owner"
