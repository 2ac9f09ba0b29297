package dev.vesper.notifier.deliveries;

import dev.vesper.events.NotificationEvent.Args;
import dev.vesper.events.NotificationEvent.Request;
import dev.vesper.events.NotificationEvent.Requested;
import dev.vesper.events.NotificationEvent.TriggerEvent;
import dev.vesper.notifier.KillPoint;
import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.config.NotificationsConfig;
import dev.vesper.notifier.log.EventLog;
import dev.vesper.notifier.log.Events;
import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.ManualClock;
import dev.vesper.notifier.testbed.TestBed;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.PushRequest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Workers without threads: what is claimed runs when the test says so, over a channel that the test answers for. */
final class WorkerTestBed implements AutoCloseable {
    static final String KIND = "security-event-token";

    private static final Statement ADD = new Statement("add", """
            INSERT INTO notifier.deliveries (instance_id, id, kind, state, retrying, unverified, target, owner, request,
                requested_at, due_at, attempts, sequence)
            VALUES ($1, $2, 'security-event-token', 'waiting', FALSE, FALSE, $3, 'org-1', $4, $5, $5, 0, 1)
            """);
    private static final Statement STATE =
            new Statement("state", "SELECT state FROM notifier.deliveries WHERE id = $1");

    final ManualClock clock = new ManualClock();
    final List<String> sent = new ArrayList<>();
    final TestBed bed = new TestBed();
    final Database database = bed.database();
    private final InternalClients clients = new InternalClients(bed.config(Map.of()));
    private Function<Delivery, Outcome> answer = _ -> new Outcome.Done(200);

    /** One process' workers. */
    final class Pod {
        final Deque<Delivery> claimed = new ArrayDeque<>();
        final Surroundings surroundings;
        final Claiming claiming;
        final ClaimDue claimFirst;
        final ClaimDue claimRetries;
        final ClaimExpired claimExpired;
        final RescueAbandoned rescue;
        final RunClaimed run;

        private Pod(NotificationsConfig config) {
            surroundings = TestBed.surroundings(clock, KillPoint.none());
            EventLog log = new EventLog(clients, surroundings);
            Lanes lanes = new Lanes(new Wakeups(surroundings), new Wakeups(surroundings));
            claiming = new Claiming(
                    new Targets(config.maxInFlightPerTarget(), config.circuitFailures(), config.circuitOpenFor()),
                    new Slots(config.maxInFlight()),
                    config.bulkLimit(),
                    config.transactionDuration());
            RetryPolicy policy = RetryPolicy.ofSecurityEventTokens(config);
            run = new RunClaimed(
                    Map.of(KIND, new RunClaimed.Kind(new Scripted(), policy)),
                    log,
                    new Complete(log, database, surroundings, lanes),
                    surroundings,
                    new AttemptLedger(claiming, lanes, surroundings, (_, _) -> {}));
            claimFirst = claim(config, false);
            claimRetries = claim(config, true);
            claimExpired = new ClaimExpired(database, surroundings, claiming, Map.of(KIND, policy), claimed::add);
            rescue = new RescueAbandoned(database, surroundings, config.bulkLimit(), () -> {});
        }

        /** Sends what was claimed, in turn. */
        void runAll() {
            while (!claimed.isEmpty()) {
                run.runOnce(claimed.poll());
            }
        }

        private ClaimDue claim(NotificationsConfig config, boolean retrying) {
            return new ClaimDue(
                    database, surroundings, claiming, retrying, config.handleActiveInstances(), claimed::add);
        }
    }

    Pod process(Map<String, String> values) {
        return new Pod(bed.config(values).notifications());
    }

    void answer(Function<Delivery, Outcome> with) {
        answer = with;
    }

    /** A notification that the log and the schedule know. */
    void request(String instanceId, String id, String target) {
        Instant now = clock.instant();
        Requested requested = new Requested(new Request(
                "user-1",
                null,
                "s-" + id,
                "org-1",
                null,
                new TriggerEvent("session", "s-" + id, "session.terminated", 7, now),
                "session.terminated",
                "back_channel_logout",
                "security_event_token",
                null,
                new Args(null, null, "s-" + id, "client-" + id, "o-" + id, target + "/logout")));
        new EventLog(clients, TestBed.surroundings(clock, KillPoint.none()))
                .push(
                        PushRequest.newBuilder()
                                .setPushId(UUID.randomUUID().toString())
                                .addAppends(Events.append(instanceId, id, "org-1", requested)
                                        .setNone(true))
                                .build(),
                        null,
                        now.plusSeconds(10));
        database.run(ADD, instanceId, id, target, Events.payload(requested, instanceId, id), Surroundings.utc(now));
    }

    String state(String id) {
        return database.run(STATE, id).iterator().next().getString("state");
    }

    @Override
    public void close() {
        clients.close();
        bed.close();
    }

    private final class Scripted implements Channel {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Outcome send(Delivery delivery) {
            sent.add(delivery.id());
            return answer.apply(delivery);
        }

        @Override
        public Receipts receipts() {
            return new NoReceipts();
        }
    }

    private static final class NoReceipts implements Receipts {
        @Override
        public List<AggregateAppend> ofSent(Delivery delivery) {
            return List.of();
        }

        @Override
        public List<AggregateAppend> ofCanceled(Delivery delivery, String reason) {
            return List.of();
        }
    }
}
