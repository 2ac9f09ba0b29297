SELECT instance_id, start_position
FROM projections.current_states
WHERE projection_name = $1
  AND start_position >= 0
