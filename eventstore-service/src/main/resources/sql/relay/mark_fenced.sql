UPDATE eventstore.relay_layouts SET fenced = true WHERE first_shard < $1 AND NOT fenced
