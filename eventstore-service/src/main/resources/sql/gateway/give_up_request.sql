DELETE FROM eventstore.requests
WHERE request_key = $1
  AND answer IS NULL
