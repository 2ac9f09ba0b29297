package dev.vesper.eventstore.log;

import dev.vesper.eventstore.log.Lane.LaneLimits;
import dev.vesper.eventstore.sql.WriterSession;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Gives each push its lane. Aggregates are spread over lanes by the hash of their key, so that pushes to one aggregate meet in
 * one batch and not at a lock; a push whose aggregates belong to several lanes goes alone through lanes for such pushes, and
 * so does a push that was not given its locks in time.
 */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final List<LaneQueue> queues;
    private final LaneQueue spanning;
    private final List<LaneConnection> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Lanes(LogConfig config, Supplier<WriterSession> open, BatchWriter writer, CommitListener listener) {
        this.queues = IntStream.range(0, config.lanes())
                .mapToObj(_ -> new LaneQueue(
                        config.queuePushes(), Duration.of(config.batchPatienceMicros(), ChronoUnit.MICROS)))
                .toList();
        this.spanning =
                new LaneQueue(config.queuePushes(), Duration.of(config.batchPatienceMicros(), ChronoUnit.MICROS));
        var batches = new LaneLimits(
                config.batchPushes(), config.batchEvents(), config.batchLockTimeout(), config.retryAfter());
        var singles = new LaneLimits(1, config.maxEvents(), config.singleLockTimeout(), config.retryAfter());
        queues.forEach(queue -> start(queue, open, writer, batches, listener));
        IntStream.range(0, config.spanningLanes()).forEach(_ -> start(spanning, open, writer, singles, listener));
    }

    /** @return false when the line is full */
    boolean offer(Waiting waiting) {
        return queueOf(waiting.push()).offer(waiting);
    }

    int waiting() {
        return spanning.size() + queues.stream().mapToInt(LaneQueue::size).sum();
    }

    /** What was not taken yet is not written any more; its callers' patience ends. */
    @Override
    public void close() {
        closed = true;
        connections.forEach(LaneConnection::close);
        threads.forEach(Thread::interrupt);
    }

    private LaneQueue queueOf(Push push) {
        int[] lanes = push.appends().stream()
                .mapToInt(append -> laneOf(append.aggregate()))
                .distinct()
                .toArray();
        return lanes.length == 1 ? queues.get(lanes[0]) : spanning;
    }

    private int laneOf(AggregateId aggregate) {
        return (int) Long.remainderUnsigned(StableHash.of(aggregate.key()), queues.size());
    }

    private void start(
            LaneQueue queue,
            Supplier<WriterSession> open,
            BatchWriter writer,
            LaneLimits limits,
            CommitListener listener) {
        LaneConnection connection = new LaneConnection(open);
        Lane lane = new Lane(queue, connection, writer, limits, spanning::offer, listener);
        connections.add(connection);
        threads.add(
                Thread.ofPlatform().daemon().name("log-lane-" + threads.size()).start(() -> run(lane)));
    }

    private void run(Lane lane) {
        while (!closed) {
            try {
                lane.runOnce();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("A writer of the log failed on a batch; its callers are told to repeat their pushes", e);
            }
        }
    }
}
