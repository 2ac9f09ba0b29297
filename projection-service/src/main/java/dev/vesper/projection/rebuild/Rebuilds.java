package dev.vesper.projection.rebuild;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Database;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;
import dev.vesper.projection.engine.EventLogReader;
import dev.vesper.projection.engine.Projection;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The orders to build views anew. Pods find them in their table. */
public final class Rebuilds {
    private static final Logger LOG = Logger.getLogger(Rebuilds.class);
    private static final String TAKEN = "23505";
    private static final Sql ORDER = Sql.of(Rebuilds.class, "order_rebuild");
    private static final Sql COPY_LAYOUT = Sql.of(Rebuilds.class, "copy_layout");
    private static final Sql CREATE_CHECKPOINTS = Sql.of(Rebuilds.class, "create_build_checkpoints");
    private static final Sql CANCEL = Sql.of(Rebuilds.class, "cancel_rebuild");
    private static final Sql FIND_LAST = Sql.of(Rebuilds.class, "find_last_rebuild");
    private static final Sql LIST_OPEN = Sql.of(Rebuilds.class, "list_open_rebuilds");

    private final Database database;
    private final EventLogReader log;

    public Rebuilds(Database database, EventLogReader log) {
        this.database = database;
        this.log = log;
    }

    /**
     * Makes empty tables and checkpoints at the beginning of the log. Pods find them and fill them.
     *
     * @param by who asks
     * @throws RebuildRefused when one is running, or the view was never complete
     * @throws dev.vesper.projection.engine.LogUnavailable when nobody knows how long the log is
     */
    public Rebuild start(Projection projection, String by) {
        Cursor horizon = log.readLast().map(RecordedEvent::cursor).orElse(Cursor.START);
        try {
            return database.withConnection(
                    connection -> start(new Transaction(database, connection), projection, by, horizon));
        } catch (PgException e) {
            if (TAKEN.equals(e.getSqlState())) {
                throw new RebuildRefused("REBUILD_RUNNING", projection.name() + " is being rebuilt already");
            }
            throw e;
        }
    }

    private static Rebuild start(Transaction transaction, Projection projection, String by, Cursor horizon) {
        var row = transaction
                .ask(ORDER.with(projection.name(), projection.version(), by, horizon.position()))
                .iterator()
                .next();
        Rebuild rebuild = Rebuild.of(row);
        transaction.send(COPY_LAYOUT.with(rebuild.view(), rebuild.schema()));
        int partitions = transaction
                .ask(CREATE_CHECKPOINTS.with(rebuild.projection(), rebuild.version(), rebuild.buildName()))
                .rowCount();
        if (partitions == 0) {
            throw new RebuildRefused(
                    "PROJECTION_INCOMPLETE", projection.name() + " is still being built for the first time");
        }
        transaction.commit();
        LOG.infof("Rebuild %d of projection %s was ordered by %s.", rebuild.id(), rebuild.projection(), by);
        return rebuild;
    }

    /** @throws RebuildRefused when none is running */
    public Rebuild cancel(Projection projection, String by) {
        if (database.run(CANCEL, projection.name(), by).rowCount() == 0) {
            throw new RebuildRefused("NO_REBUILD_RUNNING", projection.name() + " is not being rebuilt");
        }
        LOG.infof("The rebuild of projection %s was canceled by %s.", projection.name(), by);
        return last(projection.name()).orElseThrow();
    }

    public Optional<Rebuild> last(String projection) {
        var rows = database.run(FIND_LAST, projection).iterator();
        return rows.hasNext() ? Optional.of(Rebuild.of(rows.next())) : Optional.empty();
    }

    /** Those that are building, those whose old tables are still there, and canceled ones that left something behind. */
    List<Rebuild> open() {
        List<Rebuild> open = new ArrayList<>();
        database.run(LIST_OPEN).forEach(row -> open.add(Rebuild.of(row)));
        return open;
    }
}
