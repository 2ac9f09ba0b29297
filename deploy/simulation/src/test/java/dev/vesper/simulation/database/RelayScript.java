package dev.vesper.simulation.database;

/** Leases that are taken, kept, refused and given back, and a relay's place that an old leader wants to write. */
final class RelayScript {
    private RelayScript() {}

    static void play(Stage stage) {
        stage.play("A", "sql/lease/take_lease", "relay-0", "one", 30.0);
        stage.play("B", "sql/lease/take_lease", "relay-0", "two", 30.0);
        stage.play("A", "sql/lease/renew_lease", "relay-0", 1L, 30.0);
        stage.play("A", "sql/lease/renew_lease", "relay-0", 9L, 30.0);
        stage.play("A", "sql/lease/take_lease", "relay-0", "one", 30.0);
        stage.play("A", "sql/lease/release_lease", "relay-0", 2L);
        stage.play("A", "sql/lease/renew_lease", "relay-0", 2L, 30.0);
        stage.play("B", "sql/lease/take_lease", "relay-0", "two", 30.0);
        stage.play("A", "sql/lease/release_lease", "relay-0", 2L);
        layouts(stage);
        stage.play("A", "sql/relay/read_cursors", 3, "topic");
        stage.play("A", "sql/relay/move_cursor", 0, 2L, "topic", 5L, 1);
        stage.play("A", "sql/relay/move_cursor", 0, 3L, "topic", 4L, 0);
        stage.play("A", "sql/relay/move_cursor", 0, 2L, "topic", 9L, 0);
        stage.play("A", "sql/relay/move_cursor", 2, 1L, "topic", 6L, 0);
        stage.play("A", "sql/relay/move_cursor", 1, 1L, "other", 7L, 0);
        stage.play("A", "sql/relay/read_cursors", 3, "topic");
        stage.play("A", "sql/relay/read_topic_ids");
    }

    /** One shard, then two, and a pod that was slower than another. */
    private static void layouts(Stage stage) {
        stage.play("A", "sql/relay/read_layout");
        stage.play("A", "sql/relay/begin_layout", -1, 1, "ids-");
        stage.play("B", "sql/relay/begin_layout", -1, 2, "ids-");
        stage.play("B", "sql/relay/begin_layout", 0, 2, "ids-");
        stage.play("A", "sql/relay/read_layout");
        stage.play("B", "sql/lease/renew_lease", "relay-0", 3L, 30.0);
        stage.play("B", "sql/lease/take_lease", "relay-0", "two", 30.0);
        stage.play("A", "sql/relay/find_unfenced_layouts", 1);
        stage.play("A", "sql/relay/mark_fenced", 1);
        stage.play("A", "sql/relay/mark_fenced", 1);
    }
}
