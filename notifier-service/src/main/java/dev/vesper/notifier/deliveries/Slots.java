package dev.vesper.notifier.deliveries;

import java.util.concurrent.atomic.AtomicInteger;

/** How many sends may be under way at once in this process. */
public final class Slots {
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    public Slots(int most) {
        this.most = most;
    }

    int free() {
        return Math.max(0, most - taken.get());
    }

    void take(int number) {
        taken.addAndGet(number);
    }

    /** @return whether a claim may have waited for this */
    boolean giveBack() {
        return taken.getAndDecrement() >= most;
    }

    public int taken() {
        return taken.get();
    }
}
