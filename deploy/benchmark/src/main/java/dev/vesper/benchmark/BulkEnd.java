package dev.vesper.benchmark;

import dev.vesper.local.LocalStack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** All sessions of a person ended by one call: how soon the first app knows, and until when all logout tokens are queued. */
final class BulkEnd {
    private static final int APPS = 3;
    private static final int SESSIONS = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final double LONGEST_TO_FIRST_MS = 1_000;
    private static final double LONGEST_TO_ALL_MS = 30_000;
    private static final String QUEUED = "SELECT count(*) FROM notifier.deliveries";

    private BulkEnd() {}

    static List<Figure> measure(LocalStack stack, Effort effort) throws Exception {
        int sessions = effort.events(SESSIONS);
        var database = Cluster.of(stack.postgresUrl());
        try (var receivers = new Receivers()) {
            var admin = new AdminClient(stack);
            var project = admin.createProject("Bulk");
            List<BenchmarkApp> apps = new ArrayList<>();
            for (int app = 0; app < APPS; app++) {
                apps.add(admin.createApp(project, "bulk" + app, receivers.home("bulk" + app)));
            }
            var userId = admin.createUser("bulk", "Correct-horse-7-battery");
            new WrittenSessions(stack, userId, apps).write(sessions);
            await(
                    database,
                    "SELECT count(*) FROM notifier.registrations WHERE user_id = '%s'".formatted(userId),
                    (long) sessions * APPS);

            long before = database.number(QUEUED);
            var first = receivers.expectAny();
            long called = System.nanoTime();
            admin.endSessions(userId);
            double answered = millisSince(called, System.nanoTime());
            double firstToken =
                    millisSince(called, first.await(LIMIT).iterator().next());
            await(database, QUEUED, before + (long) sessions * APPS);
            double allQueued = millisSince(called, System.nanoTime());
            String load = "%,d sessions of %d apps ended by one call: ".formatted(sessions, APPS);
            return List.of(
                    Figure.shown(load + "answer", List.of(answered), "ms"),
                    Figure.time(load + "first token", List.of(firstToken), LONGEST_TO_FIRST_MS),
                    Figure.time(load + "all queued", List.of(allQueued), LONGEST_TO_ALL_MS));
        }
    }

    private static double millisSince(long before, long after) {
        return (after - before) / 1e6;
    }

    private static void await(Cluster database, String count, long least) throws SQLException, TimeoutException {
        long until = System.nanoTime() + LIMIT.toNanos();
        long found = database.number(count);
        while (found < least) {
            if (System.nanoTime() > until) {
                throw new TimeoutException(found + " of " + least + " after " + LIMIT + ": " + count);
            }
            LockSupport.parkNanos(LOOK.toNanos());
            found = database.number(count);
        }
    }
}
