-- A table of some age: hint bits are set, and the planner knows it.
VACUUM (ANALYZE) eventstore.events
