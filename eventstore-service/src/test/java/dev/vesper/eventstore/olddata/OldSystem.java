package dev.vesper.eventstore.olddata;

import dev.vesper.backing.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The system before: its tables, and pushes as it makes them. */
final class OldSystem implements AutoCloseable {
    static final List<String> INSTANCES = List.of("i1", "i2", "i3");

    private static final String TABLES = """
            CREATE SCHEMA IF NOT EXISTS eventstore;
            CREATE TABLE eventstore.events (
                id UUID NOT NULL DEFAULT gen_random_uuid(), event_type TEXT NOT NULL, aggregate_type TEXT NOT NULL,
                aggregate_id TEXT NOT NULL, aggregate_version TEXT NOT NULL, event_sequence BIGINT NOT NULL,
                previous_aggregate_sequence BIGINT, previous_aggregate_type_sequence INT8,
                creation_date TIMESTAMPTZ NOT NULL DEFAULT now(), created_at TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
                event_data JSONB, editor_user TEXT NOT NULL, editor_service TEXT NOT NULL, resource_owner TEXT NOT NULL,
                instance_id TEXT NOT NULL, PRIMARY KEY (event_sequence, instance_id));
            CREATE SEQUENCE eventstore.i1_seq;
            CREATE SEQUENCE eventstore.i2_seq;
            CREATE SEQUENCE eventstore.i3_seq""";

    /** Three events per push, so with equal times; every 50th push the clock has gone back by a second. */
    private static final String FILL = """
            INSERT INTO eventstore.events (event_type, aggregate_type, aggregate_id, aggregate_version, event_sequence,
                creation_date, event_data, editor_user, editor_service, resource_owner, instance_id)
            SELECT (ARRAY['user.human.added', 'user.token.added', 'session.terminated', 'user.locked', 'org.added',
                    'project.application.removed', 'unheard.of'])[1 + n % 7],
                (ARRAY['user', 'user', 'session', 'user', 'org', 'project', 'strange'])[1 + n % 7],
                'a' || n / 20, 'v' || 1 + n % 2, nextval('eventstore.i' || 1 + n / 100 % 3 || '_seq'),
                '2023-01-01Z'::timestamptz + n / 3 * interval '1 millisecond'
                    - CASE WHEN n / 3 % 50 = 0 THEN interval '1 second' ELSE interval '0' END,
                CASE WHEN n % 5 > 0 THEN jsonb_build_object('n', n, 'appId', 'app' || n, 'email', 'ada@example.com') END,
                'editor' || n % 3, 'zitadel', 'org' || n % 2, 'i' || 1 + n / 100 % 3
            FROM generate_series(0, ? - 1) AS n""";

    private static final String INSERT = """
            INSERT INTO eventstore.events (event_type, aggregate_type, aggregate_id, aggregate_version, event_sequence,
                creation_date, event_data, editor_user, editor_service, resource_owner, instance_id)
            VALUES ('user.token.added', 'user', ?, 'v1', ?, now(), '{"w": 1}', 'editor', 'zitadel', 'org1', ?)""";

    private final Database database;
    private final Connection connection;

    private OldSystem(Database database) throws SQLException {
        this.database = database;
        this.connection = connect();
    }

    /** On a database that may have the tables of the log already. */
    static OldSystem on(Database database) throws SQLException {
        OldSystem system = new OldSystem(database);
        system.execute(TABLES);
        return system;
    }

    OldSystem with(int rows) throws SQLException {
        try (PreparedStatement fill = connection.prepareStatement(FILL)) {
            fill.setInt(1, rows);
            fill.executeUpdate();
        }
        return this;
    }

    /** A transaction that stays open until its commit. */
    OpenPush open(String instanceId, String userId, int events) throws SQLException {
        return new OpenPush(connect(), instanceId, userId, events);
    }

    /** Pushes all the time, some of them slowly or in vain, until it is closed. */
    Writer writer(long seed) {
        return new Writer(this, new Random(seed));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl());
    }

    Database database() {
        return database;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(texts(sql).getFirst());
    }

    List<String> texts(String sql) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Has drawn its sequences and written its rows, which nobody sees yet. */
    static final class OpenPush implements AutoCloseable {
        private final Connection connection;

        private OpenPush(Connection connection, String instanceId, String userId, int events) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            for (int n = 0; n < events; n++) {
                try (var next = connection.prepareStatement("SELECT nextval(?::regclass)");
                        var insert = connection.prepareStatement(INSERT)) {
                    next.setString(1, "eventstore." + instanceId + "_seq");
                    var row = next.executeQuery();
                    row.next();
                    insert.setString(1, userId);
                    insert.setLong(2, row.getLong(1));
                    insert.setString(3, instanceId);
                    insert.executeUpdate();
                }
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        /** What was not committed is rolled back. */
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
