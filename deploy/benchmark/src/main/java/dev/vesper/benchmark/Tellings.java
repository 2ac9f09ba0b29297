package dev.vesper.benchmark;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** When each app of one session was told of its end, the first time. */
final class Tellings {
    private final Map<String, Long> nanosByApp = new ConcurrentHashMap<>();
    private final CountDownLatch missing;

    Tellings(int apps) {
        this.missing = new CountDownLatch(apps);
    }

    void told(String clientId, long atNanos) {
        if (nanosByApp.putIfAbsent(clientId, atNanos) == null) {
            missing.countDown();
        }
    }

    /** Waits until all know. */
    Collection<Long> await(Duration limit) throws InterruptedException, TimeoutException {
        if (!missing.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException(missing.getCount() + " apps were not told within " + limit);
        }
        return nanosByApp.values();
    }
}
