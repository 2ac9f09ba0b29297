SELECT first_shard, shards, transactional_ids
FROM eventstore.relay_layouts
WHERE first_shard < $1 AND NOT fenced
ORDER BY first_shard
