INSERT INTO eventstore.old_data (phase, rows_expected) VALUES ('copying', ?)
