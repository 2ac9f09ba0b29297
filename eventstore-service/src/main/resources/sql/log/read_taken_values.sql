SELECT held.instance_id, held.unique_type, held.unique_field, held."owner"
FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (instance_id, unique_type, unique_field)
JOIN eventstore.unique_constraints AS held USING (instance_id, unique_type, unique_field)
