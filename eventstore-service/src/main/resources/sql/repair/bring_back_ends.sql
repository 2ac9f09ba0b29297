INSERT INTO eventstore.ended AS known (instance_id, kind, id, reason, "position")
SELECT DISTINCT ON (lost.instance_id, lost.kind, lost.id) lost.*
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
    AS lost (instance_id, kind, id, reason, "position")
ORDER BY lost.instance_id, lost.kind, lost.id, lost."position" DESC
ON CONFLICT (instance_id, kind, id) DO UPDATE SET "position" = EXCLUDED."position", reason = EXCLUDED.reason
WHERE known."position" < EXCLUDED."position"
