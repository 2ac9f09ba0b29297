package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.SqlSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.mutiny.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A pod in a process of its own, which can be stopped as a machine would stop it. It does what its input says. It never looks
 * at its lease by itself, so that a leader that lost it can only be stopped by the fence and what goes with it.
 */
final class RelayProcess {
    static final String WAIT_AT = "wait at ";
    static final String GO_ON = "go on";
    static final String WRITES = "I WRITE ON";
    static final String GAVE_UP = "I GAVE UP";

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final Stop stop;

    private RelayProcess(Stop stop) {
        this.stop = stop;
    }

    /** @param arguments database, brokers, topic and how many partitions it has, and where to wait first */
    public static void main(String[] arguments) throws IOException {
        PgConnectOptions database = PgConnectOptions.fromUri(arguments[0]).setCachePreparedStatements(true);
        RelayConfig config = RelayUnderTest.config(
                Map.of("lease-duration", "1500ms", "lease-renewal", "1h", "longest-backoff", "50ms"));
        Topic topic = new Topic(
                arguments[1],
                arguments[2],
                Integer.parseInt(arguments[3]),
                (short) 1,
                (short) 1,
                RelayUnderTest.LARGEST_PAYLOAD,
                config.brokerTimeout());
        Vertx vertx = Vertx.vertx();
        Stop stop = new Stop(arguments[4], place -> OUT.println("WAITS AT " + place));
        RelayMeans means = new RelayMeans(
                config,
                topic,
                "process",
                () -> Session.open(vertx, database, tellingOfTheEnd(stop), Duration.ofSeconds(30)),
                new CommitSignals(),
                place -> {
                    tellOfWriting(stop, place);
                    stop.reached(place);
                },
                new SimpleMeterRegistry());
        try (RelayShards shards = new RelayShards(means)) {
            shards.start();
            new RelayProcess(stop).obey();
        }
        System.exit(0);
    }

    /** Who asks for the lease does not lead any more. It might rightly have it once more, so this process ends here. */
    private static SqlSource tellingOfTheEnd(Stop stop) {
        return name -> {
            if (stop.isPassed() && name.equals("lease/take_lease")) {
                OUT.println(GAVE_UP);
                Runtime.getRuntime().halt(0);
            }
            return SqlSource.RESOURCES.text(name);
        };
    }

    /** Who has gone on must not send anything any more. */
    private static void tellOfWriting(Stop stop, String place) {
        if (stop.isPassed() && place.equals(KillPoint.AFTER_SEND_BEFORE_COMMIT)) {
            OUT.println(WRITES);
        }
    }

    /** Until there is no more input: this ends with the test that started it. */
    private void obey() throws IOException {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            switch (line) {
                case GO_ON -> stop.goOn();
                default -> {
                    stop.waitAt(line.substring(WAIT_AT.length()));
                    OUT.println("UNDERSTOOD");
                }
            }
        }
    }
}
