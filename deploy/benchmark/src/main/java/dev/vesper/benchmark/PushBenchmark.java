package dev.vesper.benchmark;

import dev.vesper.internal.InternalCredentials;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.EventLogGrpc.EventLogBlockingStub;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** How many pushes the log takes per second from callers that each wait for their answer, beside plain commits of the same database. */
final class PushBenchmark implements Benchmark {
    private static final int CALLERS = 32;
    private static final int RUNS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration LENGTH = Duration.ofSeconds(8);
    private static final long LONGEST_ANSWER_S = 10;
    private static final double GOAL = 1.0;
    private static final String YARDSTICK = CALLERS + " connections that each commit one row at a time";

    @Override
    public String name() {
        return "push";
    }

    @Override
    public String subject() {
        return "pushes to the log per second, beside plain commits of PostgreSQL";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        return options.with(Service.EVENTSTORE, "VESPER_INTERNAL_RAW_WRITERS", "notifier,benchmark");
    }

    @Override
    public List<Figure> run(LocalStack stack) throws Exception {
        var channel = Grpc.newChannelBuilder(
                        stack.addresses().grpc(Service.EVENTSTORE), InsecureChannelCredentials.create())
                .build();
        var log = EventLogGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(stack.internalCredential()).of("benchmark"));
        try (var commits = new CommitYardstick(stack.postgresUrl())) {
            return measure(log, commits);
        } finally {
            channel.shutdownNow();
        }
    }

    private static List<Figure> measure(EventLogBlockingStub log, CommitYardstick commits) throws Exception {
        Load.run(CALLERS, WARM_UP, number -> pusher(log, number, -1));
        List<Load> pushes = new ArrayList<>();
        List<Load> plain = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            int seed = run;
            pushes.add(Load.run(CALLERS, LENGTH, number -> pusher(log, number, seed)));
            plain.add(Load.run(CALLERS, LENGTH, number -> commits.committer()));
        }
        return List.of(
                Figure.rate(
                        "pushes of one event, " + CALLERS + " callers", rates(pushes), YARDSTICK, rates(plain), GOAL),
                Figure.time("99 of 100 pushes answered within", p99s(pushes), YARDSTICK, p99s(plain)));
    }

    /** Each push starts a new session, as sign-ins do. */
    private static Callable<?> pusher(EventLogBlockingStub log, int caller, int run) {
        var random = new SplittableRandom(31L * caller + run);
        return () -> log.withDeadlineAfter(LONGEST_ANSWER_S, TimeUnit.SECONDS).push(push(random));
    }

    private static PushRequest push(SplittableRandom random) {
        var id = new UUID(random.nextLong(), random.nextLong());
        var event = NewEvent.newBuilder()
                .setType("session.added")
                .setRevision(1)
                .setPayload(
                        "{\"userAgent\":{\"id\":\"" + id + "\",\"description\":\"benchmark\",\"ip\":\"127.0.0.1\"}}");
        var append = AggregateAppend.newBuilder()
                .setAggregate(AggregateRef.newBuilder()
                        .setInstanceId("benchmark")
                        .setType("session")
                        .setId(id.toString()))
                .setOwner("benchmark")
                .setCreator("benchmark")
                .setNone(true)
                .addEvents(event);
        return PushRequest.newBuilder()
                .setPushId(new UUID(random.nextLong(), random.nextLong()).toString())
                .addAppends(append)
                .build();
    }

    private static List<Double> rates(List<Load> loads) {
        return loads.stream().map(Load::perSecond).toList();
    }

    private static List<Double> p99s(List<Load> loads) {
        return loads.stream().map(Load::p99Ms).toList();
    }
}
