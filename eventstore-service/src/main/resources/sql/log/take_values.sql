INSERT INTO eventstore.unique_constraints (instance_id, unique_type, unique_field, "owner")
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
