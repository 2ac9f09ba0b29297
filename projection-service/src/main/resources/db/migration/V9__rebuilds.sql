-- Each order to build a view anew, and what became of it. The tables that it fills stand in a schema of their own,
-- projections_rebuild_<id>, and its checkpoints in partition_states under <name>.rebuild<id>. The swap moves the tables of
-- both over: what was read before stands in projections_retired_<id> until it is dropped.
CREATE TABLE projections.rebuilds (
    rebuild_id BIGINT GENERATED ALWAYS AS IDENTITY,
    projection_name TEXT NOT NULL,
    version INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('building', 'swapped', 'done', 'canceled')),
    started_by TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    canceled_by TEXT,
    horizon_position BIGINT NOT NULL,
    CONSTRAINT rebuilds_pkey PRIMARY KEY (rebuild_id)
);

CREATE UNIQUE INDEX rebuilds_one_at_a_time ON projections.rebuilds (projection_name) WHERE state = 'building';
CREATE INDEX rebuilds_by_projection ON projections.rebuilds (projection_name, rebuild_id);

-- A view's tables bear its name and version, alone or with a suffix.
CREATE FUNCTION projections.tables_of(_view TEXT) RETURNS SETOF TEXT LANGUAGE sql STABLE AS $$
    SELECT c.relname::TEXT
    FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'projections'::regnamespace
      AND c.relkind = 'r'
      AND c.relname ~ ('^' || _view || '(_[a-z0-9_]+)?$')
    ORDER BY c.relname
$$;

-- Makes empty tables like the view's in a schema of their own: columns in the same order, constraints and indexes with the
-- same names, so that nobody can tell them from the old ones once they are swapped.
CREATE FUNCTION projections.copy_layout(_view TEXT, _schema TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    _table TEXT;
    _part RECORD;
BEGIN
    EXECUTE format('CREATE SCHEMA %I', _schema);
    FOR _table IN SELECT * FROM projections.tables_of(_view) LOOP
        EXECUTE format(
            'CREATE TABLE %I.%I (LIKE projections.%I INCLUDING ALL EXCLUDING INDEXES)', _schema, _table, _table);
        FOR _part IN
            SELECT conname, pg_get_constraintdef(oid) AS definition
            FROM pg_catalog.pg_constraint
            WHERE conrelid = format('projections.%I', _table)::regclass
              AND contype IN ('p', 'u', 'x')
        LOOP
            EXECUTE format(
                'ALTER TABLE %I.%I ADD CONSTRAINT %I %s', _schema, _table, _part.conname, _part.definition);
        END LOOP;
        FOR _part IN
            SELECT pg_get_indexdef(i.indexrelid) AS definition
            FROM pg_catalog.pg_index i
            WHERE i.indrelid = format('projections.%I', _table)::regclass
              AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint c WHERE c.conindid = i.indexrelid)
        LOOP
            EXECUTE replace(_part.definition, ' ON projections.', format(' ON %I.', _schema));
        END LOOP;
    END LOOP;
END
$$;

-- Puts the tables of one schema in the place of the view's, and the view's into another. Readers wait meanwhile, so the
-- caller must bound it by lock_timeout; their plans are made anew, for names and not for tables.
CREATE FUNCTION projections.swap_tables(_view TEXT, _built TEXT, _retired TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    _tables TEXT[] := ARRAY(SELECT * FROM projections.tables_of(_view));
    _table TEXT;
BEGIN
    FOREACH _table IN ARRAY _tables LOOP
        EXECUTE format('LOCK TABLE projections.%I IN ACCESS EXCLUSIVE MODE', _table);
    END LOOP;
    EXECUTE format('CREATE SCHEMA %I', _retired);
    FOREACH _table IN ARRAY _tables LOOP
        EXECUTE format('ALTER TABLE projections.%I SET SCHEMA %I', _table, _retired);
        EXECUTE format('ALTER TABLE %I.%I SET SCHEMA projections', _built, _table);
    END LOOP;
    EXECUTE format('DROP SCHEMA %I', _built);
END
$$;

-- Fails where something of an operator's own still reads one of the tables.
CREATE FUNCTION projections.drop_schema(_schema TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    _table NAME;
BEGIN
    FOR _table IN SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = _schema LOOP
        EXECUTE format('DROP TABLE %I.%I', _schema, _table);
    END LOOP;
    EXECUTE format('DROP SCHEMA IF EXISTS %I', _schema);
END
$$;

CREATE FUNCTION projections.drop_tables_of(_view TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    _table TEXT;
BEGIN
    FOR _table IN SELECT * FROM projections.tables_of(_view) LOOP
        EXECUTE format('DROP TABLE projections.%I', _table);
    END LOOP;
END
$$;
