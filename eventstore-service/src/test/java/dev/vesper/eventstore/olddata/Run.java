package dev.vesper.eventstore.olddata;

import dev.vesper.backing.Database;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.relay.KillPoint;
import dev.vesper.eventstore.sql.SqlSource;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command in this JVM, with what it says. */
final class Run {
    private static final Map<String, String> SMALL = Map.of(
            "page-rows", "700", "lock-attempts", "3", "lock-pause", "20ms", "lock-timeout", "100ms", "final-rows", "5");

    private final Database database;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private SqlSource source = SqlSource.RESOURCES;
    private KillPoint at = place -> {};
    private Map<String, String> settings = SMALL;

    private Run(Database database) {
        this.database = database;
    }

    static Run on(Database database) {
        return new Run(database);
    }

    Run with(SqlSource altered) {
        this.source = altered;
        return this;
    }

    Run with(String key, String value) {
        settings = new HashMap<>(settings);
        settings.put(key, value);
        return this;
    }

    /** Something else happens at that place, each time it is reached. */
    Run at(String place, Interruption interruption) {
        this.at = reached -> {
            if (reached.equals(place)) {
                try {
                    interruption.happen();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        return this;
    }

    int run(String... words) {
        OldDataInput input = new OldDataInput(
                new OldDatabase(database.jdbcUrl(), database.user(), database.password()),
                TestLogs.PARTITIONS,
                TestSettings.of(OldDataSettings.class, "vesper.old-data", settings),
                Optional.empty());
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new OldDataCommand(input, source, at, out).run(List.of(words));
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    interface Interruption {
        void happen() throws Exception;
    }
}
