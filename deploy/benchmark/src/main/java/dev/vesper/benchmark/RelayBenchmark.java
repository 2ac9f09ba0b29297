package dev.vesper.benchmark;

import dev.vesper.eventstore.log.Expectation;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How soon what was committed is visible in Kafka, and how fast the relay catches up, beside a producer that asks nobody. */
final class RelayBenchmark implements Benchmark {
    private static final String TOPIC = "vesper.events";
    private static final int EVENTS_PER_PUSH = 5;
    private static final int CATCH_UP_EVENTS = 1_000_000;
    private static final int BARE_RECORDS = 200_000;
    private static final List<Integer> RATES = List.of(1_000, 5_000);
    private static final String CATCH_UP = "catch-up";
    private static final String BARE = "bare producer";
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final InstantSource clock = InstantSource.system();

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public String subject() {
        return "the way of committed events to Kafka, beside a producer that asks nobody";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        return options.only(Service.EVENTSTORE)
                .with(Service.EVENTSTORE, "VESPER_INTERNAL_RAW_WRITERS", "notifier," + OverGrpc.CALLER);
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        var cluster = Cluster.of(stack.postgresUrl());
        try (var wire = new OverGrpc(stack);
                var bare = new BareProducer(stack.kafkaBootstrap(), clock)) {
            var rounds = new Rounds();
            for (int rate : RATES) {
                rounds.add(relayed(rate), round -> visible(stack, wire, rate, effort.length(), round));
                rounds.add(bare(rate), _ -> bare.paced(new Pace(rate, effort.length())));
            }
            var filler = new Filler(cluster);
            rounds.add(CATCH_UP, _ -> catchUp(stack, cluster, filler, effort.events(CATCH_UP_EVENTS)));
            rounds.add(BARE, _ -> bare.flatOut(BARE_RECORDS));
            visible(stack, wire, RATES.getLast(), WARM_UP, 0);
            bare.paced(new Pace(RATES.getLast(), WARM_UP));
            rounds.run(effort.rounds());
            System.out.printf(
                    "  audited: %,d events of the log, each in the topic once and in order%n",
                    new TopicAudit(cluster, stack.kafkaBootstrap()).check());
            return figures(rounds, effort);
        }
    }

    /** From the statement that writes an event, a moment before its commit, until a reader of committed records has it. */
    private Load visible(LocalStack stack, OverGrpc wire, int eventsPerSecond, Duration length, int round)
            throws Exception {
        var instance = "visible-%d-%d".formatted(eventsPerSecond, round);
        var pace = new Pace(eventsPerSecond / EVENTS_PER_PUSH, length);
        var visible = new Visibility(clock, pace.count() * EVENTS_PER_PUSH);
        try (var _ = new TopicTail(stack.kafkaBootstrap(), TOPIC, found -> note(found, instance, visible))) {
            pace.run(caller -> {
                var sessions = new Sessions(instance, caller);
                var random = new SplittableRandom(31L * caller + instance.hashCode());
                return () -> wire.push(sessions.push(
                        new UUID(random.nextLong(), random.nextLong()).toString(), Expectation.NONE, EVENTS_PER_PUSH));
            });
            return Load.of(eventsPerSecond, visible.await());
        }
    }

    private static void note(ConsumerRecord<byte[], byte[]> found, String instance, Visibility visible) {
        if (instance.equals(header(found, "vesper_instance"))) {
            visible.seen(Instant.parse(header(found, "ce_time")));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        var header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The service stands still while the log is filled, and then has all of it to relay. */
    private static Load catchUp(LocalStack stack, Cluster cluster, Filler filler, int events) throws Exception {
        var relay = new RelayWatch(cluster);
        relay.awaitDrained();
        signal(stack, "STOP");
        try {
            filler.add(events);
        } finally {
            signal(stack, "CONT");
        }
        relay.awaitMoved();
        long began = System.nanoTime();
        relay.awaitDrained();
        return Load.of(Duration.ofNanos(System.nanoTime() - began), events);
    }

    private static void signal(LocalStack stack, String name) throws Exception {
        new Command(Path.of("."), Map.of(), Duration.ofSeconds(10))
                .run(List.of("kill", "-" + name, Long.toString(stack.pid(Service.EVENTSTORE))));
    }

    private static List<Figure> figures(Rounds rounds, Effort effort) {
        List<Figure> figures = new ArrayList<>();
        for (int rate : RATES) {
            String at = " at %,d events/s".formatted(rate);
            figures.add(Figure.time("commit to visible" + at + ", half within", rounds.p50s(relayed(rate)), 10));
            figures.add(Figure.time("  99 of 100 within", rounds.p99s(relayed(rate)), 50));
            figures.add(Figure.shown(
                    "  bare transactional producer" + at + ", half within", rounds.p50s(bare(rate)), "ms"));
            figures.add(Figure.shown("    99 of 100 within", rounds.p99s(bare(rate)), "ms"));
        }
        figures.add(Figure.rate(
                "catch-up of %,d events".formatted(effort.events(CATCH_UP_EVENTS)), rounds.rates(CATCH_UP), 50_000));
        figures.add(Figure.shown(
                "  catch-up", rounds.rates(CATCH_UP), "1/s", "bare producer, batches of 1,000", rounds.rates(BARE)));
        return figures;
    }

    private static String relayed(int rate) {
        return "relayed at " + rate;
    }

    private static String bare(int rate) {
        return "bare at " + rate;
    }
}
