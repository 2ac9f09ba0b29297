-- Each count walks a partial index, so that finished deliveries cost nothing.
SELECT (SELECT count(*) FROM notifier.deliveries WHERE state = 'waiting' AND NOT retrying) AS waiting,
    (SELECT count(*) FROM notifier.deliveries WHERE state = 'waiting' AND retrying) AS retrying,
    (SELECT count(*) FROM notifier.deliveries WHERE state = 'running') AS running,
    (SELECT min(due_at) FROM notifier.deliveries WHERE state = 'waiting') AS oldest_due_at
