-- Beside the instances, where this database holds their view at all.
DO $$
BEGIN
    IF to_regclass('projections.instances1') IS NOT NULL THEN
        CREATE INDEX IF NOT EXISTS instances1_by_creation ON projections.instances1 (creation_date, instance_id)
            WHERE state = 'active';
    END IF;
END
$$
