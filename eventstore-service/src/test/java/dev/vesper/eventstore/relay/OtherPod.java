package dev.vesper.eventstore.relay;

import static dev.vesper.eventstore.log.Running.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link RelayProcess} as the test sees it. */
final class OtherPod implements AutoCloseable {
    private final Process process;
    private final BufferedWriter input;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private OtherPod(Process process) {
        this.process = process;
        this.input = process.outputWriter();
        Thread.ofVirtual()
                .name("other-pod")
                .start(() -> process.inputReader().lines().forEach(said::add));
    }

    static OtherPod start(String database, Topic topic, String waitAt) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RelayProcess.class.getName()));
        command.addAll(
                List.of(database, topic.bootstrap(), topic.name(), Integer.toString(topic.partitions()), waitAt));
        return new OtherPod(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Java itself can only end processes. */
    void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    void write(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something, and waits for the answer. */
    void say(String line, String answer) {
        write(line);
        awaitLine(answer);
    }

    void awaitLine(String line) {
        await("the other pod says " + line, () -> said.contains(line));
    }

    boolean hasSaid(String line) {
        return said.contains(line);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
