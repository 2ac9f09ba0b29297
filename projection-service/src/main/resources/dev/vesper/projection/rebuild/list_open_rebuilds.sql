SELECT
    r.rebuild_id, r.projection_name, r.version, r.state, r.started_by, r.started_at, r.finished_at, r.canceled_by,
    r.horizon_position,
    COALESCE((
        SELECT MIN(s.position)
        FROM projections.partition_states s
        WHERE s.version = r.version
          AND s.projection_name = CASE
              WHEN r.state = 'building' THEN r.projection_name || '.rebuild' || r.rebuild_id
              ELSE r.projection_name
          END
    ), -1) AS position,
    (
        SELECT COUNT(*)::INTEGER
        FROM projections.parked_aggregates p
        WHERE p.version = r.version
          AND p.projection_name = CASE
              WHEN r.state = 'building' THEN r.projection_name || '.rebuild' || r.rebuild_id
              ELSE r.projection_name
          END
    ) AS parked_aggregates
FROM projections.rebuilds r
WHERE r.state IN ('building', 'swapped')
   OR (r.state = 'canceled' AND to_regnamespace('projections_rebuild_' || r.rebuild_id) IS NOT NULL)
ORDER BY r.rebuild_id
