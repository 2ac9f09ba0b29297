package dev.vesper.simulation.world;

import dev.vesper.events.Cursor;
import dev.vesper.simulation.Plan;
import dev.vesper.simulation.broker.Broker;
import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.Statements;
import dev.vesper.simulation.network.Channels;
import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Host;
import dev.vesper.simulation.scheduling.Scheduler;
import dev.vesper.simulation.scheduling.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One run of one seed. */
final class Run {
    private static final int CALLERS = 6;
    private static final int WISHES = 6;
    private static final long MOST_STEPS = 40_000;

    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Server database;
    private final Broker broker;
    private final Cluster cluster;
    private final List<Host> clients = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final OrderReader reader = new OrderReader();
    private final TopicPromises topic;
    private final Receivers receivers;
    private final LogoutPromises logouts;

    Run(Plan plan, Scheduler scheduler) {
        this.scheduler = scheduler;
        Host databaseHost = new Host("database", scheduler);
        this.trouble = new Trouble(scheduler, databaseHost, plan);
        Statements statements = Statements.ofServices();
        Planted.in(statements, plan);
        this.database = new Server(databaseHost, statements, trouble);
        this.broker = new Broker(scheduler, Settings.PARTITIONS, trouble);
        this.cluster = new Cluster(scheduler, database, broker);
        this.topic = new TopicPromises(broker, database);
        database.check(new LogPromises());
        this.receivers = new Receivers(scheduler.chance(), trouble);
        this.logouts = new LogoutPromises(receivers);
        database.check(logouts);
        broker.check(topic);
        populate(plan);
    }

    void run() {
        trouble.begin(cluster);
        await(() -> callers.stream().allMatch(Caller::isDone), () -> "callers get no answers");
        trouble.end();
        Outcome outcome = new Outcome(database);
        settle(outcome);
        await(() -> logouts.untold().isEmpty(), () -> "apps were never told: " + logouts.untold());
        settle(outcome);
        outcome.ofPushes(
                callers.stream().flatMap(caller -> caller.operations().stream()).toList());
        outcome.ofReader(reader.seen());
        relayed().forEach(outcome::ofTopic);
        new Replay(database, new Host("replay", scheduler)).of(reader.seen());
    }

    /** Everybody has seen all that is in the log. */
    private void settle(Outcome outcome) {
        await(() -> outcome.isIn(reader.seen()), () -> "a reader of the order stands still");
        await(() -> outcome.isInTopic(relayed()), () -> "the relay stands still");
        await(() -> outcome.isIn(checkpoints()), () -> "the view stands still at " + checkpoints());
    }

    private void await(BooleanSupplier condition, Supplier<String> otherwise) {
        if (!scheduler.run(condition, MOST_STEPS)) {
            throw new Violation(otherwise.get());
        }
    }

    void end() {
        cluster.names().forEach(cluster::kill);
        clients.forEach(Host::kill);
    }

    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>(trouble.counts());
        counts.put("events", database.table("events2").rows().size());
        return counts;
    }

    private void populate(Plan plan) {
        Chance chance = scheduler.chance();
        cluster.add("eventstore-1", EventstorePod::new);
        cluster.add("eventstore-2", EventstorePod::new);
        Network network = new Network(cluster, trouble, chance);
        cluster.add("projection-1", host -> new ProjectionPod(host, network));
        cluster.add("projection-2", host -> new ProjectionPod(host, network));
        cluster.add("notifier-1", host -> notifier(host, network, plan));
        cluster.add("notifier-2", host -> notifier(host, network, plan));
        Wishes wishes = new Wishes(chance);
        for (int i = 0; i < CALLERS; i++) {
            Caller caller = new Caller(network, wishes, chance, plan, WISHES);
            callers.add(caller);
            client("caller-" + i).start("wish", caller);
        }
        client("reader").start("read", reader);
    }

    private NotifierPod notifier(Host host, Network network, Plan plan) {
        Channels.install(host, (method, request) -> network.call(method, Planted.sent(request, plan)));
        return new NotifierPod(host, receivers);
    }

    private Host client(String name) {
        Host host = cluster.client(name);
        clients.add(host);
        return host;
    }

    private Map<Integer, Cursor> checkpoints() {
        Map<Integer, Cursor> checkpoints = new TreeMap<>();
        database.table("partition_states")
                .rows()
                .forEach(row -> checkpoints.put((int) row.number("partition"), new Cursor(row.number("position"), (int)
                        row.number("in_tx_order"))));
        return checkpoints;
    }

    private Map<Integer, List<Cursor>> relayed() {
        Map<Integer, List<Cursor>> relayed = new TreeMap<>();
        IntStream.range(0, Settings.PARTITIONS).forEach(partition -> relayed.put(partition, topic.events(partition)));
        return relayed;
    }
}
