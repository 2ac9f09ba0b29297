-- How often the log did not keep its word in one run; each column must be 0.
WITH written AS MATERIALIZED (
    SELECT aggregate_type, aggregate_id, "sequence", "position", in_tx_order,
        lag("sequence", 1, 0::bigint) OVER aggregate AS sequence_before,
        lag("position", 1, 0::bigint) OVER aggregate AS position_before
    FROM eventstore.events2
    WHERE instance_id = ?
    WINDOW aggregate AS (PARTITION BY aggregate_type, aggregate_id ORDER BY "sequence")
)
SELECT
    (SELECT count(*) FROM answers
        WHERE NOT EXISTS (SELECT FROM written
            WHERE written."position" = answers."position" AND written.in_tx_order = answers.in_tx_order
                AND written."sequence" = answers."sequence")) AS "answered and not in the log",
    (SELECT count(*) FROM answers
        LEFT JOIN eventstore.pushes AS push USING (push_id)
        WHERE push."position" IS DISTINCT FROM answers."position"
            OR push.first_in_tx_order IS DISTINCT FROM answers.in_tx_order) AS "answered and not remembered",
    (SELECT count(*) FROM written
        WHERE NOT EXISTS (SELECT FROM answers
            WHERE written."position" = answers."position" AND written.in_tx_order = answers.in_tx_order)) AS "in the log and never answered",
    (SELECT count(*) - count(DISTINCT ("position", in_tx_order)) FROM answers) AS "answered with one place twice",
    (SELECT count(*) FROM written WHERE "sequence" <> sequence_before + 1) AS "gaps in a sequence",
    (SELECT count(*) FROM written WHERE "position" < position_before) AS "falling positions"
