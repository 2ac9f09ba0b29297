UPDATE eventstore.leases SET expires_at = clock_timestamp() WHERE name = $1 AND epoch = $2
