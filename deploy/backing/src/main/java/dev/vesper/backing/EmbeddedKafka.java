package dev.vesper.backing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A real Kafka broker, its own controller (KRaft), in a process of its own and on 127.0.0.1. It ends with this JVM, even when
 * the JVM is killed. The data directory is kept; starting on it again finds the topics of before.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration LONGEST_KILL = Duration.ofSeconds(10);

    private final KafkaCommand command;
    private final KafkaConfig config;
    private Process broker;
    private Tether tether;

    private EmbeddedKafka(KafkaCommand command, KafkaConfig config) {
        this.command = command;
        this.config = config;
        this.broker = command.startBroker();
        this.tether = Tether.tie(broker.pid(), "TERM");
    }

    /** As {@link #start(Path, int, Map)}, with no settings of the caller's. */
    public static EmbeddedKafka start(Path dataDir, int port) {
        return start(dataDir, port, Map.of());
    }

    /**
     * Starts a broker and waits until it answers.
     *
     * @param port the TCP port, or 0 for any free one, which stays the same over {@link #restart()}
     * @param settings broker settings that go before ours
     */
    public static EmbeddedKafka start(Path dataDir, int port, Map<String, String> settings) {
        var config = new KafkaConfig(dataDir, port == 0 ? FreePort.find() : port, FreePort.find(), settings);
        var command = new KafkaCommand(config);
        config.write();
        if (!Files.exists(config.formatted())) {
            command.format();
        }
        var kafka = new EmbeddedKafka(command, config);
        kafka.awaitReady();
        return kafka;
    }

    public String bootstrapServers() {
        return config.bootstrapServers();
    }

    public int port() {
        return config.port();
    }

    public long pid() {
        return broker.pid();
    }

    /** Freezes the broker, as a stalled machine would. */
    public void pause() {
        new ProcessTree(pid()).signal("STOP");
    }

    public void resume() {
        new ProcessTree(pid()).signal("CONT");
    }

    /** Shuts the broker down in good order. */
    public void stop() {
        end("TERM", LONGEST_STOP);
    }

    /** Ends the broker without a word, as the loss of its machine would. */
    public void kill() {
        end("KILL", LONGEST_KILL);
    }

    /** Starts a stopped or killed broker on the same data and port, and waits until it answers. */
    public void restart() {
        broker = command.startBroker();
        tether = Tether.tie(broker.pid(), "TERM");
        awaitReady();
    }

    @Override
    public void close() {
        if (broker.isAlive()) {
            stop();
        }
    }

    private void end(String signal, Duration limit) {
        var tree = new ProcessTree(pid());
        tree.signal(signal);
        tree.awaitExit(limit);
        tether.close();
    }

    private void awaitReady() {
        try {
            KafkaReadiness.await(port(), broker);
        } catch (IllegalStateException e) {
            kill();
            throw new IllegalStateException("Kafka did not start, see " + config.log(), e);
        }
    }
}
