package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Partitions;
import dev.vesper.eventstore.olddata.MigrationState.LastCopied;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Copies a page of old rows: events, heads, end markers and the place to go on from, all in the transaction around it. */
final class PageCopy {
    private static final String UNIQUE_VIOLATION = "23505";

    private final OldDataSession session;
    private final Partitions partitions;
    private final OldDataSettings settings;

    PageCopy(OldDataSession session, Partitions partitions, OldDataSettings settings) {
        this.session = session;
        this.partitions = partitions;
        this.settings = settings;
    }

    /** Once per connection. */
    void prepare() throws SQLException {
        session.run("remember_partitions", partitions.count());
        long known = session.number("read_partitions");
        if (known != partitions.count()) {
            throw new OldDataRefused("The log is written for %d partitions, and vesper.kafka.partitions says %d"
                    .formatted(known, partitions.count()));
        }
        session.run("create_page");
    }

    /** @return how many rows; 0 at the end */
    int next(LastCopied last) throws SQLException {
        session.run("plan_by_index");
        int rows = session.run(
                "fill_page",
                last.sequence(),
                last.instanceId(),
                last.aggregateType(),
                last.aggregateId(),
                settings.pageRows());
        if (rows > 0) {
            append();
            session.run("advance");
        }
        return rows;
    }

    /** Takes notes, in their order. */
    Noted noted() throws SQLException {
        session.run("plan_by_index");
        long taken = session.number("fill_page_from_notes", settings.pageRows());
        if (taken == 0) {
            return Noted.NOTHING;
        }
        List<String> late = session.texts("list_late_rows", settings.namedRows());
        if (!late.isEmpty()) {
            throw new OldDataRefused(
                    ("These events became visible after a later event of their aggregate had been copied, and have no"
                                    + " place in the log any more: %s. Roll back and migrate again; then all of them are there from the start")
                            .formatted(String.join("; ", late)));
        }
        append();
        return new Noted(taken, session.number("count_page"));
    }

    private void append() throws SQLException {
        List<AggregateId> keys =
                session.list("read_page_keys", row -> new AggregateId(row.getString(1), "", row.getString(2)));
        try {
            session.run(
                    "append_page",
                    keys.stream().map(AggregateId::instanceId).toArray(String[]::new),
                    keys.stream().map(AggregateId::id).toArray(String[]::new),
                    column(keys, key -> (short) partitions.of(key)));
        } catch (SQLException e) {
            throw named(e);
        }
        session.run("mark_ends", OldEnds.columns());
    }

    private static SQLException named(SQLException failure) {
        if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
            throw new OldDataRefused(
                    "A row of the old table is there twice, or in the log already: " + failure.getMessage());
        }
        return failure;
    }

    private static Short[] column(List<AggregateId> keys, Function<AggregateId, Short> column) {
        return keys.stream().map(column).toArray(Short[]::new);
    }

    /**
     * @param taken notes that are done with
     * @param rows of them that had not been copied before
     */
    record Noted(long taken, long rows) {
        static final Noted NOTHING = new Noted(0, 0);
    }
}
