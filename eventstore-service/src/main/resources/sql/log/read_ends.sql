SELECT ended.instance_id, ended.kind, ended.id, ended."position", ended.reason
FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted (instance_id, kind, id)
JOIN eventstore.ended AS ended USING (instance_id, kind, id)
