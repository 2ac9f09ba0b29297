package dev.vesper.eventstore.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket per name: full at first, filled again at a rate, and each call takes one token out. */
final class Buckets {
    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final Clock clock;
    private final Cache<String, Bucket> buckets;

    /**
     * @param perSecond 0 for no limit
     * @param burst how many calls may come at once
     * @param tracked how many names are kept; whose bucket was dropped begins with a full one
     */
    Buckets(int perSecond, int burst, long tracked, Clock clock) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
        this.buckets = Caffeine.newBuilder().maximumSize(tracked).build();
    }

    /** @return zero when the call may go on, else how long to wait */
    Duration take(String name) {
        if (perSecond == 0) {
            return Duration.ZERO;
        }
        var now = clock.instant();
        var bucket = buckets.asMap()
                .compute(
                        name,
                        (_, known) -> (known == null ? new Bucket(burst, now, 0) : known)
                                .filled(now, perSecond, burst)
                                .taken());
        return Duration.ofNanos((long) Math.ceil(bucket.missing() / perSecond * NANOS));
    }

    /** @param missing how much of a token was not there for the last call */
    private record Bucket(double tokens, Instant at, double missing) {
        Bucket filled(Instant now, double perSecond, double most) {
            var seconds = Math.max(0, Duration.between(at, now).toNanos() / NANOS);
            return new Bucket(Math.min(most, tokens + seconds * perSecond), now.isBefore(at) ? at : now, 0);
        }

        /** A refused call takes nothing. */
        Bucket taken() {
            return tokens >= 1 ? new Bucket(tokens - 1, at, 0) : new Bucket(tokens, at, 1 - tokens);
        }
    }
}
