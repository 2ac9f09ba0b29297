INSERT INTO eventstore.heads (instance_id, aggregate_type, aggregate_id, "sequence", "owner", "position")
SELECT DISTINCT ON (lost.instance_id, lost.aggregate_type, lost.aggregate_id) lost.*
FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::bigint[])
    AS lost (instance_id, aggregate_type, aggregate_id, "sequence", "owner", "position")
ORDER BY lost.instance_id, lost.aggregate_type, lost.aggregate_id, lost."sequence" DESC
ON CONFLICT (instance_id, aggregate_type, aggregate_id)
DO UPDATE SET "sequence" = EXCLUDED."sequence", "position" = EXCLUDED."position"
