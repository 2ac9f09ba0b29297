INSERT INTO eventstore.ended (instance_id, kind, id, "position", reason)
SELECT DISTINCT ON (1, 2, 3)
    page.instance_id, ending.kind, coalesce(page.payload ->> ending.field, page.aggregate_id), event."position",
    ending.reason
FROM page
JOIN unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) AS ending (aggregate_type, event_type, kind, field, reason)
    USING (aggregate_type, event_type)
JOIN eventstore.events2 AS event USING (instance_id, aggregate_type, aggregate_id, "sequence")
WHERE ending.field = '' OR page.payload ->> ending.field <> ''
ORDER BY 1, 2, 3, event."position" DESC, event.in_tx_order DESC
ON CONFLICT (instance_id, kind, id) DO UPDATE SET "position" = EXCLUDED."position", reason = EXCLUDED.reason
WHERE ended."position" <= EXCLUDED."position"
