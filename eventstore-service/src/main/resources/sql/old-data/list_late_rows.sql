-- Rows that became visible after a later one of their aggregate had been copied: there is no place left for them.
SELECT format('%s/%s/%s %s', instance_id, aggregate_type, aggregate_id, page."sequence") AS late
FROM page
JOIN eventstore.heads AS head USING (instance_id, aggregate_type, aggregate_id)
WHERE page."sequence" <= head."sequence"
LIMIT ?
