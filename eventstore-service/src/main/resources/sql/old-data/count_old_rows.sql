SELECT count(*) AS rows FROM eventstore.events
