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
        try (var load = new SignOutLoad(stack, PEOPLE, APPS)) {
            load.run(WARM_UP_SESSIONS_EACH);
            for (int run = 0; run < effort.rounds(); run++) {
                runs.add(load.run(SESSIONS_EACH));
            }
        }
        var answers = runs.stream().map(SignOutLoad.Run::answers).toList();
        var tellings = runs.stream().map(SignOutLoad.Run::tellings).toList();
        return List.of(
                Figure.time(LOAD + "answer, median", medians(answers), LONGEST_MEDIAN_ANSWER_MS),
                Figure.shown(LOAD + "answer, 99 of 100", p99s(answers), "ms"),
                Figure.shown(LOAD + "click to token at the app, median", medians(tellings), "ms"),
                Figure.time(LOAD + "click to token at the app, 99 of 100", p99s(tellings), LONGEST_FIRST_MS));
    }

    private static StackOptions warm(StackOptions options) {
        return options
                // Only the sign-ins, which are not measured, hash passwords.
                .with("VESPER_PASSWORDS_MEMORY_KIB", "64")
                .with("VESPER_PASSWORDS_ITERATIONS", "1")
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
