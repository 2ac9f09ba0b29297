SELECT to_regclass('eventstore.unique_constraints') IS NOT NULL AS found
