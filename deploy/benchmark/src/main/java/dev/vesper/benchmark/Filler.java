package dev.vesper.benchmark;

import java.sql.SQLException;

/** Fills the log on a short cut, for measurements that need it large. */
final class Filler {
    /** Where {@code fill_log.sql} puts its sessions. */
    static final String INSTANCE = "filled";

    private static final int EVENTS_PER_SESSION = 10;
    private static final long SESSIONS_PER_TRANSACTION = 2_000;

    private final Cluster cluster;
    private long sessions;

    Filler(Cluster cluster) {
        this.cluster = cluster;
    }

    void add(long events) throws SQLException {
        long end = sessions + events / EVENTS_PER_SESSION;
        try (var connection = cluster.connect();
                var insert = connection.prepareStatement(Resources.text("fill_log.sql"))) {
            while (sessions < end) {
                long upTo = Math.min(end, sessions + SESSIONS_PER_TRANSACTION);
                insert.setLong(1, sessions);
                insert.setLong(2, upTo - 1);
                insert.setString(3, Resources.text("payload.json").strip());
                insert.executeUpdate();
                sessions = upTo;
            }
        }
    }

    /** How many sessions there are; the id of one is {@link #session}. */
    long sessions() {
        return sessions;
    }

    static String session(long number) {
        return "%012x".formatted(number);
    }
}
