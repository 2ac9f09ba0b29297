SELECT body_hash, answer
FROM eventstore.requests
WHERE request_key = $1
