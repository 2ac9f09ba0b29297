-- Session ends at or before this position happened before anybody could be told, and are not announced.
INSERT INTO projections.current_states (
    projection_name, instance_id, aggregate_type, aggregate_id, sequence, event_date,
    position, filter_offset, last_updated, start_position
) VALUES (
    'projections.notifications_back_channel_logout', $1, $2, $3, $4, $5,
    $6::BIGINT, 0, clock_timestamp(), $6
)
ON CONFLICT (projection_name, instance_id) DO NOTHING
