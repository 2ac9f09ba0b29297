INSERT INTO eventstore.heads (instance_id, aggregate_type, aggregate_id, "sequence", "owner", "position")
SELECT head.*, $1::bigint + pg_current_xact_id()::text::bigint
FROM unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) AS head
ON CONFLICT (instance_id, aggregate_type, aggregate_id)
DO UPDATE SET "sequence" = EXCLUDED."sequence", "position" = EXCLUDED."position"
