-- In the push's own transaction, and never from a memory: the lock that this read holds until the end keeps the base from
-- being changed under the push, see V21__change_position_base.sql.
SELECT base
FROM eventstore.position_base
JOIN eventstore.this_server USING (system_identifier, timeline)
