DROP TABLE eventstore.bare
