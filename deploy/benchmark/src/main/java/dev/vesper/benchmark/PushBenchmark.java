package dev.vesper.benchmark;

import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How many pushes the log takes from callers that each wait for their answer, beside what others do on the same cluster. */
final class PushBenchmark implements Benchmark {
    private static final int CALLERS = 64;
    private static final int MANY_CALLERS = 512;
    private static final int EMMETT_CALLERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private static final String RAW = "raw";
    private static final String MESSAGE_DB = "message-db";
    private static final String MESSAGE_DB_HOT = "message-db hot";
    private static final String EMMETT = "emmett hot exact";
    private static final String INSIDE = "inside 64";
    private static final String INSIDE_MANY = "inside 512";
    private static final String GRPC = "gRPC 64";
    private static final String HOT = "hot";
    private static final String HOT_EXACT = "hot exact";

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String subject() {
        return "pushes to the log per second, beside plain inserts and other event stores";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        // The log and its relay are measured; the readers of the topic would take their share of the cores.
        return options.only(Service.EVENTSTORE)
                .with(Service.EVENTSTORE, "VESPER_INTERNAL_RAW_WRITERS", "notifier," + OverGrpc.CALLER);
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        var cluster = Cluster.of(stack.postgresUrl());
        try (var inside = new InsideService(cluster);
                var wire = new OverGrpc(stack)) {
            var ours = new Pushes(cluster, inside.log(), wire);
            var rounds = new Rounds();
            addYardsticks(rounds, cluster, directory.resolve("yardsticks"), effort.length());
            ours.addTo(rounds, effort.length());
            ours.warmUp();
            cluster.execute("ANALYZE");
            rounds.run(effort.rounds());
            System.out.printf(
                    "  audited: %,d events of the log, each in the topic once and in order%n",
                    new TopicAudit(cluster, stack.kafkaBootstrap()).check());
            return figures(rounds, ours.mostTries);
        }
    }

    private static void addYardsticks(Rounds rounds, Cluster cluster, Path directory, Duration length)
            throws Exception {
        var pgbench = Pgbench.find(directory.resolve("pgbench"));
        var raw = RawInserts.install(cluster, pgbench);
        raw.run(CALLERS, WARM_UP, 0);
        raw.cluster().execute("ANALYZE");
        rounds.add(RAW, round -> raw.run(CALLERS, length, round));
        var messageDb = MessageDb.install(cluster, pgbench, directory);
        if (messageDb.isPresent()) {
            var peer = messageDb.get();
            peer.many(CALLERS, WARM_UP, 0);
            peer.cluster().execute("ANALYZE");
            rounds.add(MESSAGE_DB, round -> peer.many(CALLERS, length, round));
            rounds.add(MESSAGE_DB_HOT, round -> peer.hot(CALLERS, length, round));
        }
        var emmett = Emmett.install(cluster, directory);
        if (emmett.isPresent()) {
            var peer = emmett.get();
            peer.hot(EMMETT_CALLERS, WARM_UP, 0);
            peer.cluster().execute("ANALYZE");
            rounds.add(EMMETT, round -> peer.hot(EMMETT_CALLERS, length, round));
        }
    }

    private static List<Figure> figures(Rounds rounds, List<Double> mostTries) {
        List<Figure> figures = new ArrayList<>();
        String raw = "raw inserts, 64 clients";
        var rawRates = rounds.rates(RAW);
        var rawP99s = rounds.p99s(RAW);
        figures.add(Figure.rate(
                "inside the service, 64 callers, many aggregates", rounds.rates(INSIDE), raw, rawRates, 1.5));
        figures.add(Figure.time("  99 of 100 answered within", rounds.p99s(INSIDE), raw, rawP99s, 3));
        figures.add(Figure.rate(
                "inside the service, 512 callers, many aggregates", rounds.rates(INSIDE_MANY), raw, rawRates, 2));
        figures.add(Figure.shown("  99 of 100 answered within", rounds.p99s(INSIDE_MANY), "ms", raw, rawP99s));
        figures.add(Figure.rate("over gRPC, one connection, 64 callers", rounds.rates(GRPC), raw, rawRates, 0.75));
        figures.add(Figure.shown("  99 of 100 answered within", rounds.p99s(GRPC), "ms", raw, rawP99s));
        var hotPeer = rounds.rates(MESSAGE_DB_HOT);
        String hot = "one hot aggregate, 64 callers, any expectation";
        figures.add(
                hotPeer.isEmpty()
                        ? Figure.shown(hot, rounds.rates(HOT), "1/s")
                        : Figure.rate(hot, rounds.rates(HOT), "message-db, hot", hotPeer, 10));
        figures.add(Figure.time("  99 of 100 answered within", rounds.p99s(HOT), 20));
        var exactPeer = rounds.rates(EMMETT);
        String exact = "one hot aggregate, 64 callers, exact expectation, reload";
        figures.add(
                exactPeer.isEmpty()
                        ? Figure.shown(exact, rounds.rates(HOT_EXACT), "1/s")
                        : Figure.rate(exact, rounds.rates(HOT_EXACT), "emmett, 8 callers", exactPeer, 2));
        figures.add(Figure.shown(
                "  99 of 100 written within", rounds.p99s(HOT_EXACT), "ms", "emmett", rounds.p99s(EMMETT)));
        figures.add(Figure.shown("  most tries until one was written", mostTries, ""));
        figures.add(Figure.shown("message-db, a category per client", rounds.rates(MESSAGE_DB), "1/s", raw, rawRates));
        return figures;
    }

    /** Our own measurements. Each is audited before its figure counts, and each begins with nothing left to relay. */
    private static final class Pushes {
        private final EventLog log;
        private final OverGrpc wire;
        private final LogAudit audit;
        private final RelayWatch relay;
        private final List<Double> mostTries = new ArrayList<>();

        Pushes(Cluster cluster, EventLog log, OverGrpc wire) {
            this.log = log;
            this.wire = wire;
            this.audit = new LogAudit(cluster);
            this.relay = new RelayWatch(cluster);
        }

        void addTo(Rounds rounds, Duration length) {
            rounds.add(INSIDE, round -> many("inside-" + round, CALLERS, length));
            rounds.add(INSIDE_MANY, round -> many("many-" + round, MANY_CALLERS, length));
            rounds.add(GRPC, round -> grpc("grpc-" + round, length));
            rounds.add(HOT, round -> hot("hot-" + round, length));
            rounds.add(HOT_EXACT, round -> hotExact("exact-" + round, length));
        }

        void warmUp() throws Exception {
            many("warm-many", MANY_CALLERS, WARM_UP);
            grpc("warm-grpc", WARM_UP);
            hot("warm-hot", WARM_UP);
            hotExact("warm-exact", WARM_UP);
            mostTries.clear();
        }

        private Load many(String instance, int callers, Duration length) throws Exception {
            return audited(
                    instance,
                    answers -> Load.run(callers, length, number -> {
                        var sessions = new Sessions(instance, number);
                        return pusher(sessions::next, answers.ofCaller());
                    }));
        }

        private Load hot(String instance, Duration length) throws Exception {
            return audited(
                    instance,
                    answers -> Load.run(CALLERS, length, number -> {
                        var sessions = new Sessions(instance, number);
                        return pusher(() -> sessions.push("hot", Expectation.ANY), answers.ofCaller());
                    }));
        }

        private Load hotExact(String instance, Duration length) throws Exception {
            return audited(instance, answers -> {
                var callers = new HotCallers(log, instance, answers);
                var load = Load.run(CALLERS, length, callers::make);
                mostTries.add((double) callers.mostTries());
                return load;
            });
        }

        private Load grpc(String instance, Duration length) throws Exception {
            return audited(
                    instance,
                    answers -> Load.run(CALLERS, length, number -> {
                        var sessions = new Sessions(instance, number);
                        var noted = answers.ofCaller();
                        return () -> {
                            var push = sessions.next();
                            var pushed = wire.push(push);
                            var event = pushed.getEvents(0);
                            noted.note(push.pushId(), pushed.getPosition(), event.getInTxOrder(), event.getSequence());
                            return pushed;
                        };
                    }));
        }

        private Callable<?> pusher(Callable<Push> pushes, Answers.OfCaller noted) {
            return () -> {
                var push = pushes.call();
                if (!(log.push(push) instanceof PushOutcome.Pushed pushed)) {
                    throw new IllegalStateException("a push was refused that nothing stands against");
                }
                var event = pushed.events().getFirst();
                noted.note(push.pushId(), pushed.position(), event.inTxOrder(), event.sequence());
                return pushed;
            };
        }

        private Load audited(String instance, Measured measured) throws Exception {
            var answers = new Answers();
            var load = measured.run(answers);
            relay.awaitDrained();
            audit.check(instance, answers);
            return load;
        }

        /** One run, whose answers are kept. */
        private interface Measured {
            Load run(Answers answers) throws Exception;
        }
    }
}
