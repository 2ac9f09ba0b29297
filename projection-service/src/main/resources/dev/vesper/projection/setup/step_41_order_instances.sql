CREATE INDEX IF NOT EXISTS instances1_by_creation ON projections.instances1 (creation_date, instance_id)
    WHERE state = 'active'
