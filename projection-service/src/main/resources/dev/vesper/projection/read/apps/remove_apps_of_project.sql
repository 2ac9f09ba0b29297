-- The rows stay: a logout token may be due for a removed app.
UPDATE projections.apps7
SET state = 'removed', change_date = $2, sequence = $3, position = $4
WHERE instance_id = $1
  AND project_id = $5
