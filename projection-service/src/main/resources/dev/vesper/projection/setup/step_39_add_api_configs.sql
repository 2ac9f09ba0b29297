-- Beside the apps, where this database holds their view at all.
DO $$
BEGIN
    IF to_regclass('projections.apps7') IS NULL THEN
        RETURN;
    END IF;
    CREATE TABLE IF NOT EXISTS projections.apps7_api_configs (
        instance_id TEXT NOT NULL,
        app_id TEXT NOT NULL,
        client_id TEXT NOT NULL,
        auth_method_type TEXT NOT NULL,
        CONSTRAINT apps7_api_configs_pkey PRIMARY KEY (instance_id, app_id)
    );
    CREATE INDEX IF NOT EXISTS apps7_by_creation ON projections.apps7 (instance_id, creation_date, id)
        WHERE state <> 'removed';
END
$$
