ALTER TABLE projections.instances1 ADD COLUMN IF NOT EXISTS default_language TEXT
