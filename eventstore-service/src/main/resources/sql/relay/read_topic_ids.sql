SELECT DISTINCT topic_id FROM eventstore.relay_cursors
