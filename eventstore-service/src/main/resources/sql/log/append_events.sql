-- Runs after all locks are held, and draws the transaction's id here at the earliest.
WITH written AS MATERIALIZED (
    SELECT $1::bigint + pg_current_xact_id()::text::bigint AS "position", statement_timestamp() AS created_at
), appended AS (
    INSERT INTO eventstore.events2 (
        instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, payload, creator, "owner",
        in_tx_order, partition, "position", created_at)
    SELECT event.instance_id, event.aggregate_type, event.aggregate_id, event.event_type, event."sequence",
        event.revision, nullif(event.payload, '')::jsonb, event.creator, event."owner", event.in_tx_order,
        event.partition, written."position", written.created_at
    FROM written
    CROSS JOIN unnest(
        $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::integer[], $8::text[], $9::text[],
        $10::text[], $11::integer[], $12::integer[])
        AS event (instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, payload, creator, "owner",
            in_tx_order, partition)
)
SELECT "position", created_at FROM written
