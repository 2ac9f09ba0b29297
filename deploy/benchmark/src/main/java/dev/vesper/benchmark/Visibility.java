package dev.vesper.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** How long records took until a reader of committed records had them. */
final class Visibility {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final long[] nanos;
    private final AtomicInteger seen = new AtomicInteger();
    private final CountDownLatch all;

    /** @param expected how many records */
    Visibility(InstantSource clock, int expected) {
        this.clock = clock;
        this.nanos = new long[expected];
        this.all = new CountDownLatch(expected);
    }

    void seen(Instant written) {
        int index = seen.getAndIncrement();
        if (index < nanos.length) {
            nanos[index] = ChronoUnit.NANOS.between(written, clock.instant());
            all.countDown();
        }
    }

    /** @throws IllegalStateException when some never came, or too many */
    LongStream await() throws InterruptedException {
        if (!all.await(LONGEST.toSeconds(), TimeUnit.SECONDS) || seen.get() > nanos.length) {
            throw new IllegalStateException("%d records were written, and %d seen".formatted(nanos.length, seen.get()));
        }
        return Arrays.stream(nanos);
    }
}
