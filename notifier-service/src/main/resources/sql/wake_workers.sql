SELECT pg_notify('notifier_deliveries', '')
