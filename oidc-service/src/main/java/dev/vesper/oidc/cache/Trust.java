package dev.vesper.oidc.cache;

import dev.vesper.oidc.Configuration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Whether this pod hears of every change. It does while each partition gave a sign of life (an event or a watermark)
 * within the last moments. Each time that it did not, or that partitions were assigned anew, a new epoch begins, and
 * nothing that was cached in an older one counts any more: changes may have passed unheard.
 */
@Singleton
public final class Trust {
    private final Clock clock;
    private final Duration longestSilence;
    private final AtomicReferenceArray<Instant> lastSigns;
    private final AtomicLong epoch = new AtomicLong();

    /** The highest position at which a partition was heard first, since the last gap of each. */
    private final AtomicLong heardFrom = new AtomicLong();

    @Inject
    Trust(Clock clock, Configuration configuration) {
        this(
                clock,
                configuration.oidc().cache().trustWithoutWatermark(),
                configuration.kafka().partitions());
    }

    Trust(Clock clock, Duration longestSilence, int partitions) {
        this.clock = clock;
        this.longestSilence = longestSilence;
        this.lastSigns = new AtomicReferenceArray<>(partitions);
        beginEpoch();
    }

    /** @return the epoch, or empty while nothing cached may be trusted */
    OptionalLong epoch() {
        long current = epoch.get();
        Instant oldest = clock.instant().minus(longestSilence);
        for (int partition = 0; partition < lastSigns.length(); partition++) {
            if (lastSigns.get(partition).isBefore(oldest)) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(current);
    }

    /**
     * Changes before it may have passed unheard: an answer from before it counts for nothing, however often it is asked for.
     *
     * @return a position of the log
     */
    long heardFrom() {
        return heardFrom.get();
    }

    /**
     * @param producedAt when the record was made: one that lay long proves nothing about now
     * @param position of the record in the log
     */
    void sign(int partition, Instant producedAt, long position) {
        if (partition >= lastSigns.length()) {
            return;
        }
        Instant now = clock.instant();
        Instant asOf = producedAt.isAfter(now) ? now : producedAt;
        if (lastSigns.get(partition).isBefore(asOf.minus(longestSilence))) {
            epoch.incrementAndGet();
            heardFrom.accumulateAndGet(position, Math::max);
        }
        lastSigns.set(partition, asOf);
    }

    void beginEpoch() {
        epoch.incrementAndGet();
        for (int partition = 0; partition < lastSigns.length(); partition++) {
            lastSigns.set(partition, Instant.MIN);
        }
    }
}
