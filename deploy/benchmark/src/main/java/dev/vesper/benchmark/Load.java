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
 * @param p50Ms the time within which half of them were done
 * @param p99Ms the time within which 99 of 100 were done
 */
record Load(double perSecond, double p50Ms, double p99Ms) {
    /** Makes what one caller repeats; each has its own. */
    interface Caller {
        Callable<?> make(int number) throws Exception;
    }

    /** @throws Exception when a single call fails: nothing that is measured here may */
    static Load run(int callers, Duration length, Caller caller) throws Exception {
        List<Callable<?>> all = new ArrayList<>();
        for (int number = 0; number < callers; number++) {
            all.add(caller.make(number));
        }
        long end = System.nanoTime() + length.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = all.stream()
                    .map(repeated -> threads.submit(() -> repeat(repeated, end)))
                    .toList();
            return of(length, timesOf(running));
        }
    }

    /** @param nanos how long each took, in any order */
    static Load of(double perSecond, LongStream nanos) {
        var sorted = nanos.sorted().toArray();
        return new Load(perSecond, percentile(sorted, 50), percentile(sorted, 99));
    }

    static Load of(Duration length, LongStream nanos) {
        var all = nanos.toArray();
        return of(all.length * 1e9 / length.toNanos(), LongStream.of(all));
    }

    /** Of things that nobody timed one by one. */
    static Load of(Duration length, int things) {
        return new Load(things * 1e9 / length.toNanos(), Double.NaN, Double.NaN);
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((long) sorted.length * percent / 100)] / 1e6;
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

    private static LongStream timesOf(List<Future<LongStream>> all) throws InterruptedException, ExecutionException {
        List<LongStream> times = new ArrayList<>();
        for (var each : all) {
            times.add(each.get());
        }
        return times.stream().flatMapToLong(stream -> stream);
    }
}
