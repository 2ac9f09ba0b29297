-- By the database's clock alone: a stopped holder must not keep what it holds, whatever its own clock says.
INSERT INTO eventstore.leases AS lease (name, holder, epoch, expires_at)
VALUES ($1, $2, 1, clock_timestamp() + make_interval(secs => $3::double precision))
ON CONFLICT (name) DO UPDATE
SET holder = EXCLUDED.holder, epoch = lease.epoch + 1, expires_at = EXCLUDED.expires_at
WHERE lease.expires_at <= clock_timestamp() OR lease.holder = EXCLUDED.holder
RETURNING epoch
