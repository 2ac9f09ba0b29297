DELETE FROM eventstore.relay_cursors
