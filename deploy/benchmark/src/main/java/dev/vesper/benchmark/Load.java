package dev.vesper.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What several callers got done who each do one thing after the other.
 *
 * @param perSecond how many things, by all of them
 * @param p99Ms the time within which 99 of 100 were done
 */
record Load(double perSecond, double p99Ms) {
    /** Makes what one caller repeats; each has its own. */
    interface Caller {
        Callable<?> make(int number) throws Exception;
    }

    static Load run(int callers, Duration length, Caller caller) throws Exception {
        long began = System.nanoTime();
        long end = began + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LongStream>> all = new ArrayList<>();
            for (int number = 0; number < callers; number++) {
                var repeated = caller.make(number);
                all.add(threads.submit(() -> repeat(repeated, end)));
            }
            return of(timesOf(all), length);
        }
    }

    private static LongStream repeat(Callable<?> repeated, long end) throws Exception {
        var nanos = LongStream.builder();
        for (long now = System.nanoTime(); now < end; ) {
            repeated.call();
            long done = System.nanoTime();
            nanos.add(done - now);
            now = done;
        }
        return nanos.build();
    }

    private static long[] timesOf(List<Future<LongStream>> all) throws InterruptedException, ExecutionException {
        var times = LongStream.empty();
        for (var each : all) {
            times = LongStream.concat(times, each.get());
        }
        return times.sorted().toArray();
    }

    private static Load of(long[] sorted, Duration length) {
        double seconds = length.toNanos() / 1e9;
        return new Load(sorted.length / seconds, sorted[(int) (sorted.length * 0.99)] / 1e6);
    }
}
