SELECT "position" FROM eventstore.relay_cursors WHERE shard = 0
