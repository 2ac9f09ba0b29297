-- Below this position every transaction has ended, and what it committed is visible in this snapshot and in all later ones;
-- read_global_order.sql says why. A query stays below the horizon that it began with, so that its pages never disagree
-- about what was committed in between. No row while the server has no position base: then nothing is read.
SELECT base + pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon
FROM eventstore.position_base
JOIN eventstore.this_server USING (system_identifier, timeline)
