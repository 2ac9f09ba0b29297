DELETE FROM projections.current_states
WHERE projection_name = $1
