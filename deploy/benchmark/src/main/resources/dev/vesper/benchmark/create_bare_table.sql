CREATE TABLE eventstore.bare (LIKE eventstore.events2 INCLUDING ALL)
