ALTER TABLE IF EXISTS projections.instances1 ADD COLUMN IF NOT EXISTS default_language TEXT
