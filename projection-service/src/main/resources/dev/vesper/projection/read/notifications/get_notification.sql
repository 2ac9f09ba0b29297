SELECT *
FROM projections.notifications1
WHERE instance_id = $1
  AND notification_id = $2
