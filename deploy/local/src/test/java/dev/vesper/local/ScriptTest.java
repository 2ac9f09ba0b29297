package dev.vesper.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The script itself, without what it starts. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("../../vesper").toAbsolutePath().normalize();

    @Test
    void itIsValidBash() throws Exception {
        assertThat(run(List.of("bash", "-n", SCRIPT.toString()))).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void shellcheckFindsNothing() throws Exception {
        assumeTrue(isOnPath("shellcheck"), "shellcheck is not installed");
        assertThat(run(List.of("shellcheck", SCRIPT.toString()))).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        var help = run(List.of(SCRIPT.toString(), "help"));

        assertThat(help.code()).isZero();
        assertThat(help.output()).contains("up ", "down ", "status ", "logs ", "build ", "test ", "bench ");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheUsage() throws Exception {
        var refused = run(List.of(SCRIPT.toString(), "frobnicate"));

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.output()).contains("Usage: ./vesper COMMAND");
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int code, String output) {}
}
