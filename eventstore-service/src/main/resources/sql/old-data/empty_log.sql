TRUNCATE eventstore.events2, eventstore.archived_events, eventstore.heads, eventstore.ended, eventstore.pushes,
    eventstore.relay_cursors, eventstore.partition_count, eventstore.automation_cursors, eventstore.live_sessions,
    eventstore.live_grants, eventstore.session_lifetimes, eventstore.old_data_noted, eventstore.old_data
