INSERT INTO projections.setup_steps (step, done_at)
VALUES ($1, clock_timestamp())
