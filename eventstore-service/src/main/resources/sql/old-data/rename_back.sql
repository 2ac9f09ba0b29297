ALTER TABLE eventstore.events_old RENAME TO events
