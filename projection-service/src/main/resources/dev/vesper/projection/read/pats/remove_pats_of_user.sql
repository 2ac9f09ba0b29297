DELETE FROM projections.pats1
WHERE instance_id = $1
  AND user_id = $2
