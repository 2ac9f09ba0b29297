package dev.vesper.eventstore.relay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Holds who next comes by a place until it is told to go on; only that one. */
final class Stop implements KillPoint {
    private static final int LONGEST_S = 60;

    private final Consumer<String> listener;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile String place;
    private volatile boolean passed;

    /** @param place empty for none so far */
    Stop(String place, Consumer<String> listener) {
        this.place = place;
        this.listener = listener;
    }

    static Stop at(String place) {
        return new Stop(place, _ -> {});
    }

    void waitAt(String where) {
        place = where;
    }

    @Override
    public void reached(String where) {
        if (where.equals(place) && !isReached()) {
            reached.countDown();
            listener.accept(where);
            try {
                if (!goOn.await(LONGEST_S, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody said to go on from " + where);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            passed = true;
        }
    }

    boolean isReached() {
        return reached.getCount() == 0;
    }

    boolean isPassed() {
        return passed;
    }

    void goOn() {
        goOn.countDown();
    }
}
