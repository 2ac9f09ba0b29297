package dev.vesper.simulation.database;

import dev.vesper.simulation.scheduling.Chance;
import dev.vesper.simulation.scheduling.Host;
import dev.vesper.simulation.scheduling.Scheduler;
import dev.vesper.simulation.scheduling.Trace;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Map;

/** The simulated server. */
final class SimulatedStage extends Stage {
    private final Scheduler scheduler = new Scheduler(new Chance(1), new Trace(false));
    private final Server server =
            new Server(new Host("database", scheduler), Statements.ofServices(), new Weather() {});
    private final Map<String, Backend> connections = new HashMap<>();

    @Override
    RowSet<Row> send(String connection, String statement, Tuple parameters) {
        Future<RowSet<Row>> answer = connections
                .computeIfAbsent(connection, name -> new Backend(server, name))
                .send(Statements.text(statement), parameters);
        if (!scheduler.run(answer::isComplete, 1_000)) {
            throw new IllegalStateException("no answer to " + statement);
        }
        if (answer.failed()) {
            throw (RuntimeException) answer.cause();
        }
        return answer.result();
    }
}
