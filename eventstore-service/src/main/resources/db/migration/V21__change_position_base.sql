-- Who set or withdrew a base, when and why. A log that once had a base never gets its first one again by itself.
CREATE TABLE eventstore.base_changes (
    changed_at        TIMESTAMPTZ NOT NULL,
    system_identifier BIGINT      NOT NULL,
    timeline          INTEGER     NOT NULL,
    -- Empty where the base was withdrawn.
    base              BIGINT      CHECK (base >= 0),
    reason            TEXT        NOT NULL CHECK (reason <> ''),
    CONSTRAINT base_changes_pkey PRIMARY KEY (changed_at, system_identifier, timeline)
);

-- Every push reads the base in its own transaction and holds a share of this lock until it ends. So what follows waits for
-- all pushes that have read the old base, and those behind it read the new one. A reader of the global order cannot meet a
-- horizon of the new base while a push of the old one is still open.
CREATE FUNCTION eventstore.lock_base() RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE eventstore.position_base IN ACCESS EXCLUSIVE MODE;
END
$$;

-- Raises the base of this server, and never lowers it. Answers whether anything changed.
CREATE FUNCTION eventstore.raise_base(_base BIGINT, _reason TEXT) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
BEGIN
    PERFORM eventstore.lock_base();
    INSERT INTO eventstore.position_base AS known (system_identifier, timeline, base)
    SELECT system_identifier, timeline, _base
    FROM eventstore.this_server
    ON CONFLICT (system_identifier, timeline) DO UPDATE SET base = EXCLUDED.base WHERE known.base < EXCLUDED.base;
    IF NOT FOUND THEN
        RETURN FALSE;
    END IF;
    INSERT INTO eventstore.base_changes (changed_at, system_identifier, timeline, base, reason)
    SELECT clock_timestamp(), system_identifier, timeline, _base, _reason
    FROM eventstore.this_server;
    RETURN TRUE;
END
$$;

-- Takes the base of this server away: from now on its pushes are refused and its readers stand still.
CREATE FUNCTION eventstore.withdraw_base(_reason TEXT) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
BEGIN
    PERFORM eventstore.lock_base();
    DELETE FROM eventstore.position_base
    WHERE (system_identifier, timeline) = (SELECT system_identifier, timeline FROM eventstore.this_server);
    IF NOT FOUND THEN
        RETURN FALSE;
    END IF;
    INSERT INTO eventstore.base_changes (changed_at, system_identifier, timeline, base, reason)
    SELECT clock_timestamp(), system_identifier, timeline, NULL, _reason
    FROM eventstore.this_server;
    RETURN TRUE;
END
$$;
