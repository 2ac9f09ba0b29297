DELETE FROM eventstore.unique_constraints AS held
USING unnest($1::text[], $2::text[]) AS freed (instance_id, "owner")
WHERE held.instance_id = freed.instance_id AND held."owner" = freed."owner" AND held."owner" <> ''
