package dev.vesper.benchmark;

import dev.vesper.local.LocalStack;
import dev.vesper.local.StackOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How soon the person who signs out has an answer, and how soon the apps know; also the first time after a start. */
final class LogoutBenchmark implements Benchmark {
    private static final int PEOPLE = 8;
    private static final int APPS = 10;
    private static final int SESSIONS_EACH = 8;
    private static final int WARM_UP_SESSIONS_EACH = 15;
    private static final String LOAD = PEOPLE + " people, " + APPS + " apps: ";
    private static final String DEAD = "one app hangs, one refuses: ";
    private static final double LARGEST_RATIO = 1.2;
    private static final double LONGEST_FIRST_MS = 1_000;
    private static final double LONGEST_MEDIAN_ANSWER_MS = 20;

    @Override
    public String name() {
        return "logout";
    }

    @Override
    public String subject() {
        return "sign-outs, from the click to the answer and to the apps";
    }

    @Override
    public List<Figure> measure(StackOptions options, Path directory, Effort effort) throws Exception {
        List<Double> starts = new ArrayList<>();
        List<Double> firsts = new ArrayList<>();
        for (int start = 0; start < effort.rounds() + 1; start++) {
            long began = System.nanoTime();
            try (var stack = LocalStack.start(options.withDemo(true))) {
                starts.add((System.nanoTime() - began) / 1e6);
                firsts.add(FirstSignOut.clickToPageMs(stack));
            }
        }
        // The first start makes the database and the first keys as well.
        starts.removeFirst();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.shown("start with the data of an earlier one, until all is ready", starts, "ms"),
                Figure.time("first sign-out after a start, click to Beta's page", firsts, LONGEST_FIRST_MS)));
        figures.addAll(Benchmark.super.measure(warm(options), directory, effort));
        return figures;
    }

    @Override
    public List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception {
        List<SignOutLoad.Run> runs = new ArrayList<>();
        List<SignOutLoad.Run> hurt = new ArrayList<>();
        try (var dead = new DeadApps();
                var load = new SignOutLoad(stack, "healthy", PEOPLE, APPS, List.of());
                var troubled = new SignOutLoad(stack, "troubled", PEOPLE, APPS, dead.homes())) {
            load.run(WARM_UP_SESSIONS_EACH);
            troubled.run(SESSIONS_EACH);
            // Taking turns, so that whatever else the machine does hits both alike.
            for (int run = 0; run < effort.rounds(); run++) {
                runs.add(load.run(SESSIONS_EACH));
                hurt.add(troubled.run(SESSIONS_EACH));
            }
        }
        List<Figure> figures = new ArrayList<>(healthy(runs));
        figures.addAll(beside(runs, hurt));
        figures.addAll(BulkEnd.measure(stack, effort));
        return figures;
    }

    private static List<Figure> healthy(List<SignOutLoad.Run> runs) {
        var answers = answers(runs);
        var tellings = tellings(runs);
        return List.of(
                Figure.time(LOAD + "answer, median", medians(answers), LONGEST_MEDIAN_ANSWER_MS),
                Figure.shown(LOAD + "answer, 99 of 100", p99s(answers), "ms"),
                Figure.shown(LOAD + "click to token at the app, median", medians(tellings), "ms"),
                Figure.time(LOAD + "click to token at the app, 99 of 100", p99s(tellings), LONGEST_FIRST_MS));
    }

    /** One app that hangs and one that refuses must cost neither the person nor the other apps anything. */
    private static List<Figure> beside(List<SignOutLoad.Run> healthy, List<SignOutLoad.Run> hurt) {
        return List.of(
                Figure.time(
                        DEAD + "answer, median",
                        medians(answers(hurt)),
                        "all healthy",
                        medians(answers(healthy)),
                        LARGEST_RATIO),
                Figure.shown(
                        DEAD + "click to token at the others, median",
                        medians(tellings(hurt)),
                        "ms",
                        "all healthy",
                        medians(tellings(healthy))));
    }

    private static List<Times> answers(List<SignOutLoad.Run> runs) {
        return runs.stream().map(SignOutLoad.Run::answers).toList();
    }

    private static List<Times> tellings(List<SignOutLoad.Run> runs) {
        return runs.stream().map(SignOutLoad.Run::tellings).toList();
    }

    private static StackOptions warm(StackOptions options) {
        return options
                // Only the sign-ins, which are not measured, hash passwords.
                .with("VESPER_PASSWORDS_MEMORY_KIB", "64")
                .with("VESPER_PASSWORDS_ITERATIONS", "1")
                // The sessions of the bulk end are written, not signed in to.
                .with("VESPER_INTERNAL_RAW_WRITERS", "notifier," + OverGrpc.CALLER)
                // Else each app, having joined just before, would be told twice by design.
                .with("VESPER_NOTIFICATIONS_REPEAT_IF_JOINED_WITHIN", "0s");
    }

    private static List<Double> medians(List<Times> runs) {
        return runs.stream().map(Times::median).toList();
    }

    private static List<Double> p99s(List<Times> runs) {
        return runs.stream().map(times -> times.percentile(99)).toList();
    }
}
