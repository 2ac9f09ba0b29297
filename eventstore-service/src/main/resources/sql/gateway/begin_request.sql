-- A try whose process died is taken over when its time is up.
INSERT INTO eventstore.requests AS r (request_key, body_hash, first_at, begun_at)
VALUES ($1, $2, statement_timestamp(), statement_timestamp())
ON CONFLICT (request_key) DO UPDATE
SET begun_at = statement_timestamp()
WHERE r.answer IS NULL
  AND r.body_hash = $2
  AND r.begun_at < statement_timestamp() - make_interval(secs => $3::double precision)
RETURNING first_at
