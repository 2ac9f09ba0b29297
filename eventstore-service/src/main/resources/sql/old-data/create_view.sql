-- The rows as the log will hold them, but for the place. The revisions of the system before stand above ours, because the
-- same name may mean another payload there. The view follows its table when that is renamed.
CREATE OR REPLACE VIEW eventstore.old_events AS
SELECT instance_id, aggregate_type, aggregate_id, event_type, event_sequence AS "sequence",
    (1000 + substr(aggregate_version, 2)::integer)::smallint AS revision, creation_date AS created_at,
    CASE WHEN jsonb_typeof(event_data) IS DISTINCT FROM 'null' THEN event_data END AS payload,
    editor_user AS creator, resource_owner AS "owner",
    (extract(epoch FROM creation_date) * 1000000)::bigint AS "position"
FROM eventstore.events
