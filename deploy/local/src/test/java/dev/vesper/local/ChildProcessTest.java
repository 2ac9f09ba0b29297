package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void itRunsWithExactlyItsEnvironmentAndLogsBothStreams() throws IOException {
        var process = start("echo $GREETING; echo \"<$HOME>\" >&2", Map.of("GREETING", "hello"));

        assertThat(process.awaitExit(LIMIT)).isTrue();
        assertThat(Files.readString(process.log())).isEqualTo("hello\n<>\n");
        assertThat(process.isExpectedToEnd()).isFalse();
    }

    @Test
    void ctrlCOfTheTerminalDoesNotReachIt() throws IOException, InterruptedException {
        var process = start("kill -INT $$; kill -HUP $$; echo still here; exec sleep 1000", Map.of());
        awaitLog(process, "still here");

        process.stop(LIMIT);

        assertThat(process.isAlive()).isFalse();
        assertThat(process.isExpectedToEnd()).isTrue();
    }

    @Test
    void whoDoesNotHeedTheRequestToEndIsEnded() throws IOException, InterruptedException {
        var process = start("trap '' TERM; echo deaf; while :; do sleep 0.1; done", Map.of());
        awaitLog(process, "deaf");

        process.stop(Duration.ofMillis(200));

        assertThat(process.exitCode()).isEqualTo(128 + 9);
    }

    @Test
    void anEndThatNobodyAskedForIsTold() throws InterruptedException {
        var told = new CountDownLatch(1);
        start("exit 3", Map.of()).onExit(told::countDown);

        assertThat(told.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anEndBeforeReadinessIsReportedAtOnceWithTheEndOfItsLog() {
        var process = start("echo the reason; exit 3", Map.of());
        var nowhere = URI.create("http://127.0.0.1:" + Ports.free(new Random()).base());

        assertThatThrownBy(() -> Readiness.await(process, nowhere, LIMIT))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("    the reason");
    }

    @Test
    void theWaitBeforeARestartDoublesUpToALimit() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 100).stream().map(Supervisor::wait).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    private ChildProcess start(String script, Map<String, String> environment) {
        return ChildProcess.start("child", List.of("sh", "-c", script), environment, directory.resolve("child.log"));
    }

    private static void awaitLog(ChildProcess process, String text) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.readString(process.log()).contains(text)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            assertThat(process.awaitExit(Duration.ofMillis(10))).isFalse();
        }
    }
}
