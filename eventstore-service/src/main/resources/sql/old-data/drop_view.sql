DROP VIEW IF EXISTS eventstore.old_events
