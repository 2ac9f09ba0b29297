INSERT INTO eventstore.ended (instance_id, kind, id, reason, "position")
SELECT subject.*, $1::bigint + pg_current_xact_id()::text::bigint
FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS subject
ON CONFLICT (instance_id, kind, id) DO UPDATE SET "position" = EXCLUDED."position", reason = EXCLUDED.reason
