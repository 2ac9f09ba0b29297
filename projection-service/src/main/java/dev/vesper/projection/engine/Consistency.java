package dev.vesper.projection.engine;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads that see one's own writes: waits until views are past a token. This pod's own readers wake the waiting; for the
 * partitions that other pods read, the checkpoints are asked again and again.
 */
public final class Consistency {
    private final Engine engine;
    private final Duration longest;
    private final Duration poll;

    public Consistency(Engine engine, Duration longest, Duration poll) {
        this.engine = engine;
        this.longest = longest;
        this.poll = poll;
    }

    /** @throws ViewBehind when one of the views is not past it in time */
    public void await(ConsistencyToken token, String... projections) {
        long deadline = System.nanoTime() + longest.toNanos();
        for (String projection : projections) {
            for (Map.Entry<Integer, Cursor> mark : token.marks().entrySet()) {
                await(new Mark(projection, mark.getKey(), mark.getValue()), deadline);
            }
        }
    }

    /**
     * Where the views stand at least: by partition, the cursor that all of them are past. What was asked of them after this
     * call knows every event up to there, but for parked aggregates.
     */
    public ConsistencyToken reached(String... projections) {
        Map<Integer, Cursor> reached = new TreeMap<>();
        Map<Integer, Integer> known = new HashMap<>();
        for (String projection : projections) {
            engine.reached(projection).forEach((partition, cursor) -> {
                known.merge(partition, 1, Integer::sum);
                reached.merge(partition, cursor, (one, other) -> one.isAfter(other) ? other : one);
            });
        }
        reached.keySet().removeIf(partition -> known.getOrDefault(partition, 0) < projections.length);
        return new ConsistencyToken(reached);
    }

    private void await(Mark mark, long deadline) {
        Progress progress = engine.progress(mark.projection());
        while (!isHere(mark)) {
            if (System.nanoTime() >= deadline) {
                throw new ViewBehind(behind(mark));
            }
            try {
                progress.await(() -> isSeenHere(mark), poll);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ViewBehind("interrupted while waiting for view " + mark.projection());
            }
        }
    }

    private boolean isHere(Mark mark) {
        if (isSeenHere(mark)) {
            return true;
        }
        boolean elsewhere = engine.seen(mark.projection(), mark.partition()).isEmpty();
        return elsewhere && !mark.cursor().isAfter(checkpoint(mark));
    }

    private boolean isSeenHere(Mark mark) {
        return engine.seen(mark.projection(), mark.partition())
                .filter(seen -> !mark.cursor().isAfter(seen))
                .isPresent();
    }

    private Cursor checkpoint(Mark mark) {
        return engine.checkpoints(mark.projection()).positions().getOrDefault(mark.partition(), Cursor.START);
    }

    private String behind(Mark mark) {
        Cursor stands = engine.seen(mark.projection(), mark.partition()).orElseGet(() -> checkpoint(mark));
        return "view %s is behind: its partition %d stands at %d.%d and the token asks for %d.%d, which is %d positions later"
                .formatted(
                        mark.projection(),
                        mark.partition(),
                        stands.position(),
                        stands.inTxOrder(),
                        mark.cursor().position(),
                        mark.cursor().inTxOrder(),
                        mark.cursor().position() - stands.position());
    }

    private record Mark(String projection, int partition, Cursor cursor) {}
}
