-- A release that goes back to this version makes its tables anew.
DELETE FROM projections.setup_steps
WHERE step = $1
