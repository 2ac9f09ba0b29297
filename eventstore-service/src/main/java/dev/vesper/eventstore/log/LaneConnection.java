package dev.vesper.eventstore.log;

import dev.vesper.eventstore.sql.WriterSession;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A lane's own connection, made when it is needed and made anew, after a growing pause, when it was lost. */
final class LaneConnection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LaneConnection.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Supplier<WriterSession> open;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable WriterSession session;
    private Duration pause = Duration.ZERO;

    LaneConnection(Supplier<WriterSession> open) {
        this.open = open;
    }

    /** @throws WriteFailure.ConnectionLost when there is none to be had */
    WriterSession session() {
        WriterSession current = session;
        if (current == null) {
            try {
                current = open.get();
            } catch (RuntimeException e) {
                throw new WriteFailure.ConnectionLost(e);
            }
            session = current;
        }
        return current;
    }

    void worked() {
        pause = Duration.ZERO;
    }

    /** Gives the connection up. The first new one is tried at once. */
    void lost(WriteFailure failure) throws InterruptedException {
        LOG.warnf(
                "A writer of the log lost its connection and opens another in %d ms: %s",
                pause.toMillis(), failure.getCause());
        close(session);
        session = null;
        if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the log is being closed");
        }
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.isZero() ? SHORTEST_PAUSE : doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    @Override
    public void close() {
        closed.countDown();
        close(session);
    }

    private static void close(@Nullable WriterSession session) {
        if (session != null) {
            session.close();
        }
    }
}
