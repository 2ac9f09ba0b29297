-- Without a base nothing is pushed and nothing is read: the cut-over sets one that is above all old events.
DELETE FROM eventstore.position_base
