DELETE FROM eventstore.pushes
WHERE push_id IN (
    SELECT push_id FROM eventstore.pushes WHERE pushed_at < statement_timestamp() - make_interval(secs => $1::bigint) LIMIT $2)
