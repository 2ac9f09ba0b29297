-- Takes the locks of a whole batch in the order given, which is the same for everyone, so that two batches never wait for
-- each other in a circle. It assigns no transaction id: the id, which is the position, is drawn once all locks are held,
-- and so no event of an aggregate stands before its predecessor.
SELECT count(
    CASE
        WHEN wanted.exclusive THEN pg_advisory_xact_lock(wanted.key)::text
        ELSE pg_advisory_xact_lock_shared(wanted.key)::text
    END)
FROM unnest($1::bigint[], $2::boolean[]) AS wanted (key, exclusive)
