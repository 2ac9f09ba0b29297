package dev.vesper.eventstore.lease;

import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The right to do something alone for a while. Each time it changes hands its epoch grows, so that what an old holder still
 * writes can be told from what the new one writes.
 */
public final class Lease {
    private final Sql sql;
    private final String name;
    private final String holder;
    private final Duration duration;

    /**
     * @param name of what is led, for example {@code relay-0}
     * @param holder unique to this process and start
     * @param duration after which a holder that does not renew has lost it
     */
    public Lease(Sql sql, String name, String holder, Duration duration) {
        this.sql = sql;
        this.name = name;
        this.holder = holder;
        this.duration = duration;
    }

    /** @return the new epoch; empty while another holds it */
    public OptionalLong take() {
        for (Row row : sql.run(Statement.of("lease/take_lease", name, holder, seconds()))) {
            return OptionalLong.of(row.getLong(0));
        }
        return OptionalLong.empty();
    }

    /** @return false when it expired or was taken, and the holder must stop */
    public boolean renew(long epoch) {
        return sql.run(Statement.of("lease/renew_lease", name, epoch, seconds()))
                        .rowCount()
                == 1;
    }

    /** Lets the next one take it at once. */
    public void release(long epoch) {
        sql.run(Statement.of("lease/release_lease", name, epoch));
    }

    private double seconds() {
        return duration.toMillis() / 1000.0;
    }
}
