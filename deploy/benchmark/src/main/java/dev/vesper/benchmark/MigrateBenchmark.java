package dev.vesper.benchmark;

import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How fast {@code migrate-old-data} copies the table of the system before, beside the one statement that would copy the same
 * rows into a table with the same indexes: without pages, places, heads, progress or a way to go on.
 */
final class MigrateBenchmark implements Benchmark {
    private static final long ROWS = 5_000_000;
    private static final long ROWS_OF_A_QUICK_LOOK = 500_000;
    private static final String YARDSTICK = "one bare INSERT..SELECT, same indexes";

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String subject() {
        return "the migration of old events, beside one bare INSERT..SELECT of the same rows";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        return options.only(Service.EVENTSTORE);
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        long rows = effort.equals(Effort.QUICK) ? ROWS_OF_A_QUICK_LOOK : ROWS;
        // The log of the stack is not empty, so the old table gets a database of its own.
        var cluster = Cluster.of(stack.postgresUrl()).create("migrate_benchmark");
        var command = new MigrateCommand(cluster.url());
        OldTable table = new OldTable(cluster);
        table.fill(rows);
        command.run("--status"); // Makes the tables of the log, whose indexes the yardstick's table gets.
        double bare = rows / table.secondsOfBareCopy();
        var migration = command.run();
        var verification = command.run("--verify");
        return List.of(
                rate(String.format(Locale.ROOT, "copied, of %,d rows", rows), migration.copiedPerSecond(), bare),
                rate("migrated: looked at, copied, verified, cut over", rows / migration.seconds(), bare),
                rate("verified once more", rows / verification.seconds(), bare),
                Figure.shown(
                        "old table locked at the cut-over",
                        List.of(migration.lockedMs()),
                        "ms",
                        YARDSTICK,
                        List.of(rows / bare * 1000)));
    }

    private static Figure rate(String name, double perSecond, double bare) {
        return Figure.shown(name, List.of(perSecond), "1/s", YARDSTICK, List.of(bare));
    }
}
