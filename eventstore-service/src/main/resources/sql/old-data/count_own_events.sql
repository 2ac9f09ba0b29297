-- What was pushed since the cut-over stands at the base or above; before it there is no base.
SELECT count(*) AS events FROM eventstore.all_events WHERE "position" >= (SELECT max(base) FROM eventstore.position_base)
