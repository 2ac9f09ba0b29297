package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the broker's own programs from the jars that the build copied to {@code vesper.backing.lib}. They stay off our class
 * path, because the broker brings its own versions of much that we use.
 */
final class KafkaCommand {
    /** Any id will do for a cluster of one; it must be 16 bytes in base64. */
    private static final String CLUSTER_ID = "VmVzcGVyIHN0YW5kcw";

    private final KafkaConfig config;

    KafkaCommand(KafkaConfig config) {
        this.config = config;
    }

    void format() {
        var process = run(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER_ID,
                "-c",
                config.file().toString());
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("Kafka cannot format its storage, see " + config.log());
        }
    }

    Process startBroker() {
        return run("kafka.Kafka", config.file().toString());
    }

    private Process run(String mainClass, String... arguments) {
        // Ctrl-C reaches the whole process group; the broker must outlive those who still talk to it, so it ignores
        // that.
        var command = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "kafka", java()));
        command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(List.of("-cp", jars(), mainClass));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(config.log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jars() {
        var lib = System.getProperty("vesper.backing.lib");
        if (lib == null) {
            throw new IllegalStateException("vesper.backing.lib must name the directory that holds kafka/*.jar");
        }
        return Path.of(lib, "kafka", "*").toString();
    }
}
