package dev.vesper.benchmark;

import dev.vesper.local.Ports;
import dev.vesper.local.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/** {@code ./vesper bench [NAME [--quick]]}. */
public final class Main {
    private static final String QUICK = "--quick";
    private static final List<Benchmark> ALL = List.of(
            new PushBenchmark(),
            new RelayBenchmark(),
            new GrowthBenchmark(),
            new ProjectionsBenchmark(),
            new LogoutBenchmark(),
            new MigrateBenchmark());

    private Main() {}

    public static void main(String[] words) throws Exception {
        System.exit(run(List.of(words), Path.of(System.getProperty("vesper.home", "."))));
    }

    static int run(List<String> words, Path home) throws Exception {
        var names = words.stream().filter(word -> !word.equals(QUICK)).toList();
        var chosen = ALL.stream().filter(one -> names.contains(one.name())).findFirst();
        if (names.size() != 1 || chosen.isEmpty()) {
            System.out.println("Usage: ./vesper bench NAME [--quick], where NAME is one of");
            ALL.forEach(one -> System.out.printf("  %-12s %s%n", one.name(), one.subject()));
            return words.isEmpty() ? 0 : 2;
        }
        measure(chosen.get(), home, words.contains(QUICK) ? Effort.QUICK : Effort.FULL);
        return 0;
    }

    private static void measure(Benchmark benchmark, Path home, Effort effort) throws Exception {
        var directory = home.resolve(".vesper/bench").toAbsolutePath();
        var data = directory.resolve("data");
        delete(data);
        var options = StackOptions.of(home, data).withPorts(Ports.free(new SecureRandom()));
        double load = Report.Machine.load();
        System.out.println("Measuring " + benchmark.subject() + "; nothing else should run meanwhile");
        var figures = benchmark.measure(benchmark.prepare(options), directory, effort);
        var report = Report.of(benchmark.name(), InstantSource.system().instant(), load, figures);
        var file = directory.resolve(benchmark.name() + ".json");
        Files.writeString(file, report.json() + "\n");
        System.out.print(report.table());
        System.out.println("Written to " + file);
        delete(data);
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
