-- Newest first; a page goes on before (creation_date, notification_id), so it stays right while rows come and go.
SELECT *
FROM projections.notifications1
WHERE instance_id = $1
  AND (creation_date, notification_id) < ($2, $3)
  AND ($5 = '' OR state = $5)
  AND ($6 = '' OR kind = $6)
  AND ($7 = '' OR user_id = $7)
  AND ($8 = '' OR session_id = $8)
ORDER BY creation_date DESC, notification_id DESC
LIMIT $4
