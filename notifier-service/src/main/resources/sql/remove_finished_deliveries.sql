DELETE FROM notifier.deliveries d
USING (
    SELECT f.instance_id, f.id
    FROM notifier.deliveries f
    WHERE f.finished_at <= $1
    ORDER BY f.finished_at
    LIMIT $2
    FOR UPDATE SKIP LOCKED
) old
WHERE d.instance_id = old.instance_id AND d.id = old.id
