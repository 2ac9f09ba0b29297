SELECT "sequence" FROM eventstore.heads WHERE instance_id = $1 AND aggregate_type = $2 AND aggregate_id = $3
