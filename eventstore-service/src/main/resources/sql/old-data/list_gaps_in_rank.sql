SELECT format('position %s has %s events, the last of which is number %s', "position", count(*), max(in_tx_order)) AS gap
FROM eventstore.all_events
WHERE revision > 1000
GROUP BY "position"
HAVING max(in_tx_order) + 1 <> count(*)
LIMIT ?
