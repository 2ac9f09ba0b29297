SELECT DISTINCT instance_id, aggregate_id, partition FROM eventstore.events2 WHERE revision > 1000
