-- Whose value it is, so that all values of an owner that goes can be freed at once; empty where nobody asked for that.
ALTER TABLE eventstore.unique_constraints ADD COLUMN "owner" TEXT NOT NULL DEFAULT '';

CREATE INDEX unique_constraints_by_owner ON eventstore.unique_constraints (instance_id, "owner") WHERE "owner" <> '';
