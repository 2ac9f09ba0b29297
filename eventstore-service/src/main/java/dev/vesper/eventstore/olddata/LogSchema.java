package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.sql.SqlSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Puts the tables of the log beside those of the system before, in the schema that both call {@code eventstore}. One table
 * is common to both: {@code unique_constraints} has the same name and columns there, stays where it is, and with it every
 * value that is taken.
 */
final class LogSchema {
    private static final String SCHEMA = "eventstore";

    /** The common table gets a column more; those who write to it must not queue behind that for long. */
    private static final Duration LONGEST_WAIT_FOR_LOCK = Duration.ofSeconds(2);

    private static final MigrationVersion BEFORE_ALL = MigrationVersion.fromVersion("0");
    private static final MigrationVersion BEFORE_UNIQUE_CONSTRAINTS = MigrationVersion.fromVersion("2");
    private static final MigrationVersion UNIQUE_CONSTRAINTS = MigrationVersion.fromVersion("3");

    private final OldDatabase database;

    LogSchema(OldDatabase database) {
        this.database = database;
    }

    void bringUpToDate() throws SQLException {
        Optional<MigrationInfo> pending = pending(UNIQUE_CONSTRAINTS);
        if (pending.isPresent() && thereAlready()) {
            flyway().target(BEFORE_UNIQUE_CONSTRAINTS).load().migrate();
            recordAsMigrated(pending.get());
        }
        flyway().load().migrate();
    }

    private Optional<MigrationInfo> pending(MigrationVersion version) {
        return Arrays.stream(flyway().load().info().pending())
                .filter(migration -> version.equals(migration.getVersion()))
                .findFirst();
    }

    private boolean thereAlready() throws SQLException {
        try (Connection connection = connection();
                var statement = connection.prepareStatement(SqlSource.RESOURCES.text("old-data/has_foreign_values"));
                var row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private void recordAsMigrated(MigrationInfo migration) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.prepareStatement(SqlSource.RESOURCES.text("old-data/record_as_migrated"))) {
            statement.setString(1, migration.getVersion().getVersion());
            statement.setString(2, migration.getDescription());
            statement.setString(3, migration.getScript());
            statement.setInt(4, migration.getChecksum());
            statement.executeUpdate();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.credentials());
    }

    /** A schema that is not empty, because the system before lives there, counts as before our first migration. */
    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.patientUrl(LONGEST_WAIT_FOR_LOCK), database.user(), database.password())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .baselineVersion(BEFORE_ALL)
                .baselineOnMigrate(true);
    }
}
