SELECT 1
FROM projections.setup_steps
WHERE step = $1
