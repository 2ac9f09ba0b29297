package dev.vesper.benchmark;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.local.LocalStack;
import dev.vesper.local.Service;
import dev.vesper.local.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a push and a read cost in a log of ten million events, beside one of a hundred thousand. */
final class GrowthBenchmark implements Benchmark {
    private static final int FEW = 100_000;
    private static final int MANY = 10_000_000;
    private static final int CALLERS = 8;
    private static final double GOAL = 1.3;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final String PUSH = "push";
    private static final String READ = "read";

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String subject() {
        return "pushes and reads in a log of ten million events, beside one of a hundred thousand";
    }

    @Override
    public StackOptions prepare(StackOptions options) {
        // What was filled in would be relayed and followed for minutes, which another benchmark measures.
        return options.only(Service.EVENTSTORE)
                .with(Service.EVENTSTORE, "VESPER_RELAY_ENABLED", "false")
                .with(Service.EVENTSTORE, "VESPER_AUTOMATION_ENABLED", "false")
                .with(Service.EVENTSTORE, "VESPER_INTERNAL_RAW_WRITERS", "notifier," + OverGrpc.CALLER);
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        var cluster = Cluster.of(stack.postgresUrl());
        var filler = new Filler(cluster);
        try (var wire = new OverGrpc(stack)) {
            filler.add(FEW);
            measure(cluster, filler, wire, new Effort(1, WARM_UP, 1));
            var few = measure(cluster, filler, wire, effort);
            double memoryBefore = residentMiB(stack);
            int many = effort.events(MANY);
            filler.add(many - FEW);
            var large = measure(cluster, filler, wire, effort);
            return figures(few, large, many, memoryBefore, residentMiB(stack));
        }
    }

    /** Of sessions anywhere in the log, as callers come back to those that are some days old. */
    private static Rounds measure(Cluster cluster, Filler filler, OverGrpc wire, Effort effort) throws Exception {
        cluster.execute("VACUUM (ANALYZE) eventstore.events2, eventstore.heads, eventstore.pushes");
        cluster.execute("CHECKPOINT");
        var rounds = new Rounds();
        rounds.add(
                PUSH,
                round -> Load.run(CALLERS, effort.length(), number -> {
                    var random = new SplittableRandom(31L * filler.sessions() + 7L * round + number);
                    var pushes = new Sessions(Filler.INSTANCE, random.nextInt());
                    return () -> wire.push(pushes.push(anySession(filler, random), Expectation.ANY));
                }));
        rounds.add(
                READ,
                round -> Load.run(CALLERS, effort.length(), number -> {
                    var random = new SplittableRandom(37L * filler.sessions() + 7L * round + number);
                    return () -> wire.read(new AggregateId(Filler.INSTANCE, "session", anySession(filler, random)));
                }));
        rounds.run(effort.rounds());
        return rounds;
    }

    private static String anySession(Filler filler, SplittableRandom random) {
        return Filler.session(random.nextLong(filler.sessions()));
    }

    private static List<Figure> figures(Rounds few, Rounds many, int events, double memoryBefore, double memoryAfter) {
        String beside = "at %,d events".formatted(FEW);
        List<Figure> figures = new ArrayList<>();
        for (var what : List.of(PUSH, READ)) {
            figures.add(Figure.time(
                    "%s over gRPC at %,d events, 8 callers, half within".formatted(what, events),
                    many.p50s(what),
                    beside,
                    few.p50s(what),
                    GOAL));
            figures.add(Figure.shown("  99 of 100 within", many.p99s(what), "ms", beside, few.p99s(what)));
        }
        figures.add(Figure.shown("memory of the service", List.of(memoryAfter), "MiB", beside, List.of(memoryBefore)));
        return figures;
    }

    /** How much memory the service's process holds. */
    private static double residentMiB(LocalStack stack) throws IOException {
        var status = Path.of("/proc", Long.toString(stack.pid(Service.EVENTSTORE)), "status");
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .sum()
                / 1024.0;
    }
}
