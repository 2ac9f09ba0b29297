package dev.vesper.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts services again that ended by themselves: at once the first time, then later and later. */
final class Supervisor implements AutoCloseable {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Creating a process takes milliseconds; nobody waits here until it is ready. */
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(2);

    private final StackListener listener;
    private final InstantSource clock;
    private final Duration startLimit;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final Map<Service, List<Instant>> ends = new EnumMap<>(Service.class);

    Supervisor(StackListener listener, InstantSource clock, Duration startLimit) {
        this.listener = listener;
        this.clock = clock;
        this.startLimit = startLimit;
    }

    synchronized void ended(RunningService service) {
        if (timer.isShutdown()) {
            return;
        }
        var wait = waitBefore(service.service());
        listener.ended(
                service.service().module(),
                "exit code " + service.process().exitCode() + ", it starts again in " + wait.toSeconds() + " s; see "
                        + service.process().log());
        var _ = timer.schedule(() -> start(service), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void start(RunningService service) {
        try {
            service.start(Map.of());
            Thread.ofVirtual().start(() -> tellWhenReady(service));
        } catch (RuntimeException e) {
            listener.ended(service.service().module(), "it cannot be started again: " + e.getMessage());
        }
    }

    private void tellWhenReady(RunningService service) {
        long began = System.nanoTime();
        try {
            service.awaitReady(startLimit);
            listener.ready(service.service().module(), Duration.ofNanos(System.nanoTime() - began));
        } catch (StackFailure e) {
            // It ended once more, and that was told by itself.
            return;
        }
    }

    /** Doubles with every end of the last minutes. */
    private Duration waitBefore(Service service) {
        var now = clock.instant();
        var recent = ends.computeIfAbsent(service, any -> new ArrayList<>());
        recent.removeIf(end -> end.isBefore(now.minus(FORGIVEN_AFTER)));
        recent.add(now);
        return wait(recent.size());
    }

    static Duration wait(int recentEnds) {
        var doubled = SHORTEST_WAIT.multipliedBy(1L << Math.min(recentEnds - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Afterwards nothing is started any more. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            if (!timer.awaitTermination(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("A service is still being started after " + START_LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
