-- One migration at a time; the server lets go when the connection ends, however it ends.
SELECT pg_try_advisory_lock(hashtextextended('eventstore.old_data', 0)) AS ours
