SELECT DISTINCT instance_id, aggregate_id, partition FROM eventstore.all_events WHERE revision > 1000
