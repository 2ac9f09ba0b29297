package dev.vesper.local;

import dev.vesper.backing.EmbeddedKafka;
import dev.vesper.backing.EmbeddedPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** PostgreSQL and Kafka: embedded ones of this stack, or those that the environment names. */
final class Backings implements AutoCloseable {
    private static final String POSTGRES_URL = "VESPER_POSTGRES_URL";
    private static final String KAFKA_BOOTSTRAP = "VESPER_KAFKA_BOOTSTRAP";
    private static final String DATABASE = "vesper";
    private static final String DUPLICATE_DATABASE = "42P04";

    private final DataDirectory data;
    private final Ports ports;
    private final Map<String, String> settings;
    private final StackListener listener;
    private volatile Optional<EmbeddedPostgres> postgres = Optional.empty();
    private volatile Optional<EmbeddedKafka> kafka = Optional.empty();
    private volatile boolean closing;
    private volatile boolean kafkaStopped;

    /** @param settings may name servers that are used instead, by {@code VESPER_POSTGRES_URL} and {@code VESPER_KAFKA_BOOTSTRAP} */
    Backings(DataDirectory data, Ports ports, Map<String, String> settings, StackListener listener) {
        this.data = data;
        this.ports = ports;
        this.settings = settings;
        this.listener = listener;
    }

    /** Starts what is not given, side by side; {@link #close} is due even after a failure. */
    void start() {
        Parallel.each(List.<Runnable>of(this::startPostgres, this::startKafka), Runnable::run);
    }

    BackingAddresses addresses() {
        return new BackingAddresses(
                settings.getOrDefault(
                        POSTGRES_URL, "postgresql://postgres:postgres@127.0.0.1:" + ports.postgres() + "/" + DATABASE),
                settings.getOrDefault(KAFKA_BOOTSTRAP, "127.0.0.1:" + ports.kafka()));
    }

    /** Only an embedded broker can be stopped. */
    void stopKafka() {
        kafkaStopped = true;
        kafka.orElseThrow().stop();
    }

    void startKafkaAgain() {
        var broker = kafka.orElseThrow();
        broker.restart();
        kafkaStopped = false;
        watch("Kafka", broker.pid(), () -> kafkaStopped);
    }

    @Override
    public void close() {
        closing = true;
        Parallel.each(
                List.<Runnable>of(
                        () -> postgres.ifPresent(EmbeddedPostgres::close), () -> kafka.ifPresent(EmbeddedKafka::close)),
                Runnable::run);
    }

    private void startPostgres() {
        if (settings.containsKey(POSTGRES_URL)) {
            return;
        }
        long began = System.nanoTime();
        var server = EmbeddedPostgres.start(data.postgres(), ports.postgres(), logging());
        postgres = Optional.of(server);
        watch("PostgreSQL", server.pid(), () -> false);
        createDatabase(server);
        listener.ready("PostgreSQL", Duration.ofNanos(System.nanoTime() - began));
    }

    /** Beside the logs of the services, one file that starts anew when it is large. */
    private Map<String, String> logging() {
        return Map.of(
                "logging_collector", "on",
                "log_directory", data.logs().toString(),
                "log_filename", "postgresql.log",
                "log_rotation_age", "0",
                "log_rotation_size", "20MB",
                "log_truncate_on_rotation", "on");
    }

    private void startKafka() {
        if (settings.containsKey(KAFKA_BOOTSTRAP)) {
            return;
        }
        long began = System.nanoTime();
        var broker = EmbeddedKafka.start(data.kafka(), ports.kafka());
        kafka = Optional.of(broker);
        watch("Kafka", broker.pid(), () -> kafkaStopped);
        listener.ready("Kafka", Duration.ofNanos(System.nanoTime() - began));
    }

    /** The services go on as soon as it is back, but only a start of the whole stack brings it back. */
    private void watch(String part, long pid, BooleanSupplier expected) {
        var _ = ProcessHandle.of(pid).orElseThrow().onExit().thenRun(() -> {
            if (!closing && !expected.getAsBoolean()) {
                listener.ended(
                        part,
                        "run ./vesper down and up again; its log is among " + data.logs() + " or " + data.kafka());
            }
        });
    }

    private static void createDatabase(EmbeddedPostgres server) {
        try {
            server.createDatabase(DATABASE);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof SQLException cause && DUPLICATE_DATABASE.equals(cause.getSQLState()))) {
                throw e;
            }
        }
    }
}
