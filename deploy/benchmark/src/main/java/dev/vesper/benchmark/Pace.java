package dev.vesper.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Does things at a given rate, whether or not the ones before are done: as people do, who do not wait for each other. */
record Pace(int perSecond, Duration length) {
    private static final int CALLERS = 64;

    int count() {
        return (int) (perSecond * length.toMillis() / 1000);
    }

    void run(Load.Caller caller) throws Exception {
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> callers = new ArrayList<>();
            for (int each = 0; each < CALLERS; each++) {
                int first = each;
                var thing = caller.make(each);
                callers.add(threads.submit(() -> {
                    for (int number = first; number < count(); number += CALLERS) {
                        awaitTurn(began, number);
                        thing.call();
                    }
                    return null;
                }));
            }
            for (var running : callers) {
                running.get();
            }
        }
    }

    private void awaitTurn(long began, int number) {
        long due = began + (long) number * Duration.ofSeconds(1).toNanos() / perSecond;
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }
}
