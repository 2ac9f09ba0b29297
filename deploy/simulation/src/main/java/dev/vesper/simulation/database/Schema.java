package dev.vesper.simulation.database;

/** The tables and their primary keys. */
final class Schema {
    private Schema() {}

    static void create(Server server) {
        server.createTable("events2", "position", "in_tx_order");
        server.createTable("events2_pkey", "instance_id", "aggregate_type", "aggregate_id", "sequence");
        server.createTable("heads", "instance_id", "aggregate_type", "aggregate_id");
        server.createTable("unique_constraints", "instance_id", "unique_type", "unique_field");
        server.createTable("ended", "instance_id", "kind", "id");
        server.createTable("pushes", "push_id");
        server.createTable("leases", "name");
        server.createTable("relay_cursors", "shard");
        server.createTable("relay_layouts", "first_shard");
        server.createTable("partition_states", "projection_name", "version", "partition");
        server.createTable(
                "parked_aggregates", "projection_name", "version", "instance_id", "aggregate_type", "aggregate_id");
        server.createTable(
                "skipped_events",
                "projection_name",
                "version",
                "instance_id",
                "aggregate_type",
                "aggregate_id",
                "sequence");
        server.createTable("sessions1", "instance_id", "session_id");
        server.createTable("checkpoints", "partition");
        server.createTable("registrations", "instance_id", "session_id", "oidc_session_id");
        server.createTable("ends", "instance_id", "aggregate_type", "aggregate_id", "sequence");
        server.createTable("deliveries", "instance_id", "id");
        server.createTable("active_instances", "instance_id");
        server.createTable("unreadable_events", "partition", "record_offset");
    }
}
