-- Pods that start together do each step once. Held until the step is recorded.
SELECT pg_advisory_xact_lock(hashtextextended('vesper-projection-setup', 0))
