SELECT first_shard, shards, transactional_ids
FROM eventstore.relay_layouts
ORDER BY first_shard DESC
LIMIT 1
