package dev.vesper.eventstore.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lines of those who lost a race for an aggregate. Without them, all losers of a hot one would read it again at once and race
 * anew, and all but one of them lose. It is a help within one pod and no lock: the push's expectation decides, and whoever has
 * waited for long tries without a turn.
 */
public final class Turns {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Map<AggregateId, Line> lines = new ConcurrentHashMap<>();

    /** Makes an attempt, reading and pushing, after those who lost earlier. */
    public <T> T take(AggregateId aggregate, Supplier<T> attempt) {
        Line line = lines.compute(aggregate, (_, known) -> Line.joined(known));
        try {
            boolean isTurn = line.turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return attempt.get();
            } finally {
                if (isTurn) {
                    line.turn.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("interrupted while waiting for a turn", e);
        } finally {
            lines.computeIfPresent(aggregate, (_, known) -> known.left());
        }
    }

    /**
     * Whether somebody is in line. Whoever wrote last knows the newest sequence, and would write again and again before those
     * in line have read it; so newcomers line up, too.
     */
    public boolean hasLine(AggregateId aggregate) {
        return lines.containsKey(aggregate);
    }

    private static final class Line {
        private final ReentrantLock turn = new ReentrantLock(true);
        private int members;

        static Line joined(@Nullable Line known) {
            Line line = known == null ? new Line() : known;
            line.members++;
            return line;
        }

        /** @return null when it is empty, and forgotten */
        @Nullable
        Line left() {
            members--;
            return members == 0 ? null : this;
        }
    }
}
