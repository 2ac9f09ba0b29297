package dev.vesper.backing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The servers of this test JVM as containers; Testcontainers itself removes them when the JVM is gone. */
final class Containers {
    private Containers() {}

    @SuppressWarnings("resource")
    static Database postgres() {
        var server = new PostgreSQLContainer("postgres:18")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_locks_per_transaction=512");
        server.start();
        return new Database(
                server.getHost(),
                server.getMappedPort(5432),
                server.getDatabaseName(),
                server.getUsername(),
                server.getPassword());
    }

    @SuppressWarnings("resource")
    static String kafka() {
        var broker = new KafkaContainer("apache/kafka:4.1.1")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        broker.start();
        return broker.getBootstrapServers();
    }
}
