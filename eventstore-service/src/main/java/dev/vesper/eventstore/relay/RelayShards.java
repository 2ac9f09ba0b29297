package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Session;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This pod's relays, one per shard of the layout that counts, each waiting for its lease or leading. As the pod starts it
 * wishes for its own number of shards, once; the pod that started last has its way, so a rolling restart ends with the new
 * number, and pods of both are safe beside each other.
 */
public final class RelayShards implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RelayShards.class);

    private final RelayMeans means;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile List<Relay> relays = List.of();
    private Layout layout = Layout.NONE;
    private boolean wished;

    public RelayShards(RelayMeans means) {
        this.means = means;
        this.thread = Thread.ofVirtual().name("relay-shards").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Gives all leases back, so that other pods go on at once. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(means.config().brokerTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        relays.forEach(Relay::stop);
        relays.forEach(Relay::close);
    }

    /** Those that work or wait now. */
    List<Relay> relays() {
        return relays;
    }

    private void run() {
        try (Looks looks = new Looks()) {
            do {
                looks.follow();
            } while (!closed.await(means.config().leaseRenewal().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Layouts layouts) {
        if (!wished) {
            RelayConfig config = means.config();
            layouts.wish(config.shards(), means.topic().name() + "-relay-")
                    .ifPresent(begun -> LOG.infof(
                            "The relay has %d shards from now on, from number %d", begun.size(), begun.firstShard()));
            wished = true;
        }
        Layout newest = layouts.newest();
        if (!newest.equals(layout)) {
            relays.forEach(Relay::stop);
            relays = newest.shards().stream()
                    .map(shard -> new Relay(means, shard))
                    .toList();
            relays.forEach(Relay::start);
            layout = newest;
        }
    }

    /** Looks at the layout over a connection of its own, and opens another after a failure. */
    private final class Looks implements AutoCloseable {
        private @Nullable Session session;

        void follow() {
            try {
                RelayShards.this.follow(new Layouts(session()));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "The relay's layout cannot be read, and is looked at again in %d ms: %s",
                        means.config().leaseRenewal().toMillis(), e);
                close();
            }
        }

        private Session session() {
            Session known = session;
            if (known == null) {
                known = means.connections().get();
                session = known;
            }
            return known;
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
                session = null;
            }
        }
    }
}
