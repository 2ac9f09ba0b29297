-- A noted row that the copying had met already is there, and only its note goes.
WITH taken AS (
    DELETE FROM eventstore.old_data_noted
    WHERE id IN (SELECT id FROM eventstore.old_data_noted ORDER BY id LIMIT ?)
    RETURNING instance_id, aggregate_type, aggregate_id, "sequence"
), filled AS (
    INSERT INTO page
    SELECT old.*
    FROM taken
    JOIN eventstore.old_events AS old USING (instance_id, aggregate_type, aggregate_id, "sequence")
    WHERE NOT EXISTS (
        SELECT FROM eventstore.events2 AS known
        WHERE (known.instance_id, known.aggregate_type, known.aggregate_id, known."sequence")
            = (taken.instance_id, taken.aggregate_type, taken.aggregate_id, taken."sequence"))
)
SELECT count(*) AS taken FROM taken
