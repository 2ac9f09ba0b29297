DELETE FROM eventstore.unique_constraints AS held
USING unnest($1::text[], $2::text[], $3::text[]) AS freed (instance_id, unique_type, unique_field)
WHERE (held.instance_id, held.unique_type, held.unique_field)
    = (freed.instance_id, freed.unique_type, freed.unique_field)
