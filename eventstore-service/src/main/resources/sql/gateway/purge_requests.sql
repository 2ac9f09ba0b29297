DELETE FROM eventstore.requests
WHERE request_key IN (
    SELECT request_key FROM eventstore.requests
    WHERE first_at < statement_timestamp() - make_interval(secs => $1::bigint) LIMIT $2)
