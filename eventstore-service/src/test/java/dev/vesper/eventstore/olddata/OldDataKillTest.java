package dev.vesper.eventstore.olddata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.Main;
import dev.vesper.eventstore.log.TestLogs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, killed again and again while the system before writes on. */
final class OldDataKillTest {
    private static final int ROWS = 50_000;
    private static final long SEED = 20261120;
    private static final int KILLED = 137;
    private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void fifty_thousand_rows_survive_kills_at_named_places_and_at_any_moment() throws Exception {
        try (OldSystem system = OldSystem.on(TestLogs.migrated()).with(ROWS);
                Writer writer = system.writer(SEED)) {
            dieAt(system, Migration.AFTER_BEGIN);
            dieAt(system, Migration.AFTER_PAGE);
            dieAt(system, Migration.AFTER_PAGE);
            assertThat(system.number("SELECT rows_done FROM eventstore.old_data"))
                    .isEqualTo(2000);
            killAtAnyMoment(system, new Random(SEED), 4);
            dieAt(system, Migration.BEFORE_CUT_OVER);
            dieAt(system, Migration.WITHIN_CUT_OVER);
            assertThat(system.texts("SELECT phase FROM eventstore.old_data")).containsExactly("catching_up");
            long written = writer.committed();
            dieAt(system, Migration.AFTER_CUT_OVER);

            assertThat(run(system, "")).isZero();
            assertThat(output()).contains("nothing to do");
            assertThat(writer.committed()).isGreaterThanOrEqualTo(written).isPositive();
            assertThat(run(system, "", "--verify")).as(output()).isZero();
            try (TestLogs logs = TestLogs.on(system.database(), Map.of())) {
                BroughtOver.assertIn(logs, system);
                assertThat(BroughtOver.readAll(logs)).hasSize(ROWS + (int) writer.committed());
            }
        }
    }

    private void dieAt(OldSystem system, String place) throws Exception {
        assertThat(run(system, place)).as("dies %s: %s", place, output()).isEqualTo(KILLED);
    }

    private void killAtAnyMoment(OldSystem system, Random random, int times) throws Exception {
        for (int n = 0; n < times; n++) {
            Process process = start(system, "");
            if (!process.waitFor(600 + random.nextInt(1200), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                assertThat(process.exitValue()).isEqualTo(KILLED);
            }
        }
    }

    private int run(OldSystem system, String killAt, String... words) throws Exception {
        Process process = start(system, killAt, words);
        assertThat(process.waitFor(LONGEST_RUN.toSeconds(), TimeUnit.SECONDS))
                .as(output())
                .isTrue();
        return process.exitValue();
    }

    private Process start(OldSystem system, String killAt, String... words) throws IOException {
        var database = system.database();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                OldDataCommand.NAME));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment()
                .put(
                        "VESPER_POSTGRES_URL",
                        "postgresql://%s:%s@%s:%d/%s"
                                .formatted(
                                        database.user(),
                                        database.password(),
                                        database.host(),
                                        database.port(),
                                        database.name()));
        builder.environment().put("VESPER_OLD_DATA_PAGE_ROWS", "1000");
        builder.environment().put("VESPER_OLD_DATA_LOCK_PAUSE", "50ms");
        builder.environment().put("VESPER_TEST_KILL_AT", killAt);
        return builder.start();
    }

    private Path log() {
        return directory.resolve("output.txt");
    }

    private String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
