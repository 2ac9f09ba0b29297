package dev.vesper.simulation.world;

import static dev.vesper.simulation.world.Promises.expect;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.Statements;
import dev.vesper.simulation.database.TableRow;
import dev.vesper.simulation.database.Weather;
import dev.vesper.simulation.scheduling.Host;
import java.util.List;
import java.util.Optional;

/** What the views must hold: the whole log, applied once and in order by the same reducers to tables of their own. */
final class Replay {
    private static final EventCodec CODEC = new EventCodec((_, _) -> Optional.empty());

    private final Server found;
    private final Server wanted;

    Replay(Server found, Host host) {
        this.found = found;
        this.wanted = new Server(host, Statements.ofServices(), new Weather() {});
    }

    void of(List<RecordedEvent> log) {
        log.stream()
                .filter(event -> Views.SESSIONS.aggregateTypes().contains(event.aggregateType()))
                .map(event -> Views.SESSIONS.reduce(event, CODEC.decode(event)))
                .filter(change -> !change.equals(Change.NONE))
                .forEach(change -> wanted.runAlone(change.sql(), change.parameters()));
        expect(rows(found, "parked_aggregates").isEmpty(), "the view parked %s", rows(found, "parked_aggregates"));
        expect(
                rows(wanted, "sessions1").equals(rows(found, "sessions1")),
                "the view holds %s, and a replay %s",
                rows(found, "sessions1"),
                rows(wanted, "sessions1"));
    }

    private static List<TableRow> rows(Server server, String table) {
        return List.copyOf(server.table(table).rows());
    }
}
