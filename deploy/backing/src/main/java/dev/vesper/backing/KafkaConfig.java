package dev.vesper.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where one broker keeps its files, and the settings that it runs with. */
record KafkaConfig(Path dataDir, int port, int controllerPort, Map<String, String> settings) {
    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Path file() {
        return dataDir.resolve("server.properties");
    }

    Path log() {
        return dataDir.resolve("kafka.log");
    }

    /** Exists once the storage has been formatted. */
    Path formatted() {
        return logDir().resolve("meta.properties");
    }

    void write() {
        try {
            Files.createDirectories(logDir());
            Files.writeString(file(), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logDir() {
        return dataDir.resolve("log");
    }

    private String text() {
        var all = new TreeMap<>(shape());
        all.putAll(singleNode());
        all.putAll(settings);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> shape() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs",
                logDir().toAbsolutePath().toString());
    }

    /**
     * One node cannot replicate; topics are made on purpose, and a lone consumer need not wait for others. After a kill the
     * controller refuses the broker's return until the old session has run out, so that is short.
     */
    private static Map<String, String> singleNode() {
        return Map.ofEntries(
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"));
    }
}
