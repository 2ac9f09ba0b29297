package dev.vesper.backing;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/**
 * One PostgreSQL and one Kafka per test JVM, each started when first asked for, and stopped with the JVM. Tests do not share
 * state: each takes a database and topics of its own. {@code -Dvesper.backing=containers} uses Docker instead of processes.
 */
public final class Backing {
    private static final int LONGEST_ANSWER_S = 30;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Backing() {}

    /** A fresh, empty database. */
    public static Database database() {
        var server = PostgresHolder.SERVER;
        var name = "test_" + NEXT.incrementAndGet();
        try {
            Database.create(server.jdbcUrl(), name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
        return new Database(server.host(), server.port(), name, server.user(), server.password());
    }

    /** A fresh, empty topic; answers its name. */
    public static String topic(int partitions) {
        var name = "test-" + NEXT.incrementAndGet();
        ask(admin -> admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                .all());
        return name;
    }

    /** Deletes a topic and makes an empty one of that name. */
    public static void makeAnew(String topic, int partitions) {
        ask(admin -> admin.deleteTopics(List.of(topic)).all());
        ask(admin -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all());
    }

    private static void ask(Function<Admin, KafkaFuture<Void>> question) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            question.apply(admin).get(LONGEST_ANSWER_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka refuses, or does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka was asked", e);
        }
    }

    public static String bootstrapServers() {
        return KafkaHolder.BOOTSTRAP_SERVERS;
    }

    private static boolean containers() {
        return "containers".equals(System.getProperty("vesper.backing"));
    }

    /** Loaded, and thereby started, when the first database is asked for. */
    private static final class PostgresHolder {
        static final Database SERVER = containers() ? Containers.postgres() : Processes.postgres();
    }

    /** Loaded, and thereby started, when Kafka is first asked for. */
    private static final class KafkaHolder {
        static final String BOOTSTRAP_SERVERS = containers() ? Containers.kafka() : Processes.kafka();
    }
}
