package dev.vesper.benchmark;

import dev.vesper.eventstore.log.Push;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** How soon views have what was written, how fast they are built anew, and what a loud instance does to a quiet one. */
final class ProjectionsBenchmark implements Benchmark {
    private static final List<Integer> RATES = List.of(1_000, 5_000);
    private static final int LOADED = RATES.getFirst();
    private static final int READERS = 8;
    private static final int SAMPLED_PER_SECOND = 50;
    private static final int APP_EVENTS = 400_000;
    private static final int NOISE_EVENTS = 100_000;
    private static final int NOISE_SESSIONS_PER_PUSH = 20;
    private static final int NOISE_CALLERS = 16;
    private static final int QUIET_PER_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final String QUERY = "query";
    private static final String TOPIC = "from the topic";
    private static final String REBUILD = "rebuild";
    private static final String REBUILD_UNDER_LOAD = "rebuild under load";
    private static final String QUIET = "quiet";
    private static final String NOISY = "beside noise";

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public String subject() {
        return "how soon views have what was written, rebuilds, and queries under load";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        return options.only(Service.EVENTSTORE, Service.PROJECTION)
                // A view that is seconds behind is what is to be measured here, and not refused.
                .with(Service.PROJECTION, "VESPER_PROJECTION_CONSISTENCY_WAIT", "60s")
                .with(Service.EVENTSTORE, "VESPER_INTERNAL_RAW_WRITERS", "notifier," + OverGrpc.CALLER);
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        var cluster = Cluster.of(stack.postgresUrl());
        try (var log = new OverGrpc(stack);
                var views = new ViewCalls(stack)) {
            lag(log, views, LOADED, WARM_UP, 0);
            var rounds = new Rounds();
            RATES.forEach(rate -> rounds.add("lag at " + rate, round -> lag(log, views, rate, effort.length(), round)));
            rounds.add(QUERY, round -> queries(log, views, effort.length(), round));
            rounds.add(QUIET, round -> besideNoise(log, views, effort.length(), 0, "quiet" + round));
            rounds.add(
                    NOISY,
                    round -> besideNoise(log, views, effort.length(), effort.events(NOISE_EVENTS), "noise" + round));
            rounds.run(effort.rounds());

            var filler = new ProjectFiller(cluster);
            int events = effort.events(APP_EVENTS);
            var filled = new Rounds();
            filled.add(TOPIC, _ -> catchUp(cluster, views, filler, events));
            filled.run(1);
            var rebuilds = new Rounds();
            rebuilds.add(REBUILD, _ -> Load.of(views.rebuild("apps"), events));
            rebuilds.add(REBUILD_UNDER_LOAD, round -> rebuildUnderLoad(log, views, events, round));
            rebuilds.run(Math.min(effort.rounds(), 3));
            return figures(rounds, filled, rebuilds, effort);
        }
    }

    /** From the answer of a push until the slowest of three views shows it to a query with its token. */
    private static Load lag(OverGrpc log, ViewCalls views, int eventsPerSecond, Duration length, int round)
            throws Exception {
        int pushesPerSecond = eventsPerSecond / SignIns.EVENTS_PER_PUSH;
        int every = Math.max(1, pushesPerSecond / SAMPLED_PER_SECOND);
        var number = new AtomicInteger();
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        new Pace(pushesPerSecond, length).run(caller -> {
            var signIns = new SignIns("lag-%d-%d".formatted(eventsPerSecond, round), caller);
            return () -> {
                Push push = signIns.next();
                var pushed = log.push(push);
                if (number.incrementAndGet() % every == 0) {
                    long began = System.nanoTime();
                    views.readOwnWrite(push, pushed);
                    nanos.add(System.nanoTime() - began);
                }
                return push;
            };
        });
        return Load.of(eventsPerSecond, nanos.stream().mapToLong(Long::longValue));
    }

    /** Sessions are read as fast as they come, while others are written. */
    private static Load queries(OverGrpc log, ViewCalls views, Duration length, int round) throws Exception {
        var signIns = new SignIns("queried-" + round, 0);
        Push first = signIns.next();
        views.readOwnWrite(first, log.push(first));
        return whileWriting(
                log,
                length,
                "queries-" + round,
                () -> Load.run(READERS, length, _ -> () -> {
                    views.read(first);
                    return first;
                }));
    }

    private static Load rebuildUnderLoad(OverGrpc log, ViewCalls views, int events, int round) throws Exception {
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> {
                for (int part = 0; done.get() == 0; part++) {
                    write(log, Duration.ofSeconds(1), "under-%d-%d".formatted(round, part));
                }
                return null;
            });
            Duration took = views.rebuild("apps");
            done.set(1);
            writing.get();
            return Load.of(took, events);
        }
    }

    private interface Measured {
        Load run() throws Exception;
    }

    private static Load whileWriting(OverGrpc log, Duration length, String instance, Measured measured)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = threads.submit(() -> write(log, length, instance));
            var load = measured.run();
            writing.get();
            return load;
        }
    }

    private static Void write(OverGrpc log, Duration length, String instance) throws Exception {
        new Pace(LOADED / SignIns.EVENTS_PER_PUSH, length).run(caller -> {
            var signIns = new SignIns(instance, caller);
            return () -> log.push(signIns.next());
        });
        return null;
    }

    /** One instance writes a little and reads what it wrote; another, if there is noise, all that it can. */
    private static Load besideNoise(OverGrpc log, ViewCalls views, Duration length, int noise, String run)
            throws Exception {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        var left = new AtomicInteger(noise / (NOISE_SESSIONS_PER_PUSH * SignIns.EVENTS_PER_PUSH));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writing = new ArrayList<>();
            for (int each = 0; each < NOISE_CALLERS; each++) {
                var signIns = new SignIns("loud-" + run, each);
                writing.add(threads.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        log.push(signIns.next(NOISE_SESSIONS_PER_PUSH));
                    }
                    return null;
                }));
            }
            long end = System.nanoTime() + length.toNanos();
            var pace = new Pace(QUIET_PER_SECOND, length);
            do {
                pace.run(caller -> {
                    var signIns = new SignIns("quiet-%s-%d".formatted(run, nanos.size()), caller);
                    return () -> {
                        Push push = signIns.next();
                        var pushed = log.push(push);
                        long began = System.nanoTime();
                        views.readOwnWrite(push, pushed);
                        nanos.add(System.nanoTime() - began);
                        return push;
                    };
                });
            } while (left.get() > 0 || System.nanoTime() < end);
            for (var each : writing) {
                each.get();
            }
        }
        return Load.of(
                QUIET_PER_SECOND,
                LongStream.of(nanos.stream().mapToLong(Long::longValue).toArray()));
    }

    /** Written on a short cut, so that the views have it all to read. */
    private static Load catchUp(Cluster cluster, ViewCalls views, ProjectFiller filler, int events) throws Exception {
        long began = System.nanoTime();
        filler.add(events);
        views.awaitPast("apps", cluster.number("SELECT max(position) FROM eventstore.events2"));
        return Load.of(Duration.ofNanos(System.nanoTime() - began), events);
    }

    private static List<Figure> figures(Rounds rounds, Rounds filled, Rounds rebuilds, Effort effort) {
        int events = effort.events(APP_EVENTS);
        int noise = effort.events(NOISE_EVENTS);
        List<Figure> figures = new ArrayList<>();
        for (int rate : RATES) {
            String name = "lag at " + rate;
            figures.add(Figure.shown(
                    "lag of a view at %,d events/s, half within".formatted(rate), rounds.p50s(name), "ms"));
            figures.add(Figure.shown("  99 of 100 within", rounds.p99s(name), "ms"));
        }
        figures.add(Figure.shown(
                "queries of a session at %,d events/s, 99 of 100 within".formatted(LOADED), rounds.p99s(QUERY), "ms"));
        figures.add(Figure.shown("  queries, %d callers".formatted(READERS), rounds.rates(QUERY), "1/s"));
        figures.add(Figure.shown(
                "lag of a quiet instance while another pushes %,d events, half within".formatted(noise),
                rounds.p50s(NOISY),
                "ms",
                "alone",
                rounds.p50s(QUIET)));
        figures.add(Figure.shown("  99 of 100 within", rounds.p99s(NOISY), "ms", "alone", rounds.p99s(QUIET)));
        figures.add(Figure.shown(
                "%,d events of apps from the log over Kafka into all views".formatted(events),
                filled.rates(TOPIC),
                "1/s"));
        figures.add(Figure.rate("rebuild of the apps view", rebuilds.rates(REBUILD), 20_000));
        figures.add(Figure.shown(
                "  while %,d events/s are written".formatted(LOADED), rebuilds.rates(REBUILD_UNDER_LOAD), "1/s"));
        return figures;
    }
}
