-- An expired lease is not renewed, even where nobody has taken it since.
UPDATE eventstore.leases
SET expires_at = clock_timestamp() + make_interval(secs => $3::double precision)
WHERE name = $1 AND epoch = $2 AND expires_at > clock_timestamp()
