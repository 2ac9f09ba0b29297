-- Is had once every transaction that has written to the table has ended; those that write later meet the trigger.
LOCK TABLE eventstore.events IN SHARE ROW EXCLUSIVE MODE
