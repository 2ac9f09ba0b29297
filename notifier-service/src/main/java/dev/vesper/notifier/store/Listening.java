package dev.vesper.notifier.store;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Hears from other processes that there are new deliveries. It is only a hint: the fallback interval finds them too. */
public final class Listening {
    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final Statement LISTEN = Statement.named("listen_for_deliveries");

    private final Pool pool;
    private final Runnable wake;
    private final AtomicBoolean listening = new AtomicBoolean();

    public Listening(Pool pool, Runnable wake) {
        this.pool = pool;
        this.wake = wake;
    }

    /** Begins to listen unless it does already; does not wait for it. */
    public void runOnce() {
        if (listening.compareAndSet(false, true)) {
            pool.getConnection()
                    .compose(connection -> {
                        PgConnection postgres = (PgConnection) connection;
                        postgres.notificationHandler(_ -> wake.run());
                        postgres.closeHandler(_ -> listening.set(false));
                        return postgres.query(LISTEN.text()).execute();
                    })
                    .onFailure(failed -> {
                        LOG.debug("cannot listen for deliveries; it is tried again", failed);
                        listening.set(false);
                    });
        }
    }
}
