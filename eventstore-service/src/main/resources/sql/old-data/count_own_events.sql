-- What was pushed since the cut-over stands at the base or above; before it there is no base.
SELECT count(*) AS events FROM eventstore.events2 WHERE "position" >= (SELECT max(base) FROM eventstore.position_base)
