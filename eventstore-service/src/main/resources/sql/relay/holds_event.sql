SELECT EXISTS (SELECT FROM eventstore.all_events WHERE "position" = $1 AND in_tx_order = $2) AS held
