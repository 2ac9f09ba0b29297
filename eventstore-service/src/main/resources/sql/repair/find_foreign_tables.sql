-- The checkpoints of the services that share this database, and whether we may read them. Nowhere else does this service
-- look into another's schema; it does here because a repair must be above all that anybody has seen.
SELECT namespace.nspname || '.' || relation.relname AS name,
    has_schema_privilege(namespace.oid, 'USAGE') AND has_table_privilege(relation.oid, 'SELECT') AS readable
FROM pg_class AS relation
JOIN pg_namespace AS namespace ON namespace.oid = relation.relnamespace
WHERE (namespace.nspname, relation.relname)
    IN (('projections', 'partition_states'), ('projections', 'current_states'), ('notifier', 'checkpoints'))
