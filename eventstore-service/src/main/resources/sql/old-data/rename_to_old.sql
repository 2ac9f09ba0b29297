ALTER TABLE eventstore.events RENAME TO events_old
