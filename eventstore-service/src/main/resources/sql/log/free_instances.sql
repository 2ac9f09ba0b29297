DELETE FROM eventstore.unique_constraints WHERE instance_id = ANY ($1::text[])
