UPDATE eventstore.requests
SET answer = $2
WHERE request_key = $1
