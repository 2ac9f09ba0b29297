-- Held by the connection, so that a repair that dies leaves nothing locked.
SELECT pg_try_advisory_lock(hashtextextended('eventstore.repair', 0)) AS taken
