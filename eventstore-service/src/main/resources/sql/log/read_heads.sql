SELECT head.instance_id, head.aggregate_type, head.aggregate_id, head."sequence", head."owner"
FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (instance_id, aggregate_type, aggregate_id)
JOIN eventstore.heads AS head USING (instance_id, aggregate_type, aggregate_id)
