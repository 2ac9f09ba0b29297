package dev.vesper.notifier.deliveries;

/** How many sends may be under way at once in this process. */
public final class Slots {
    private final int most;
    private int taken;
    private boolean wasFull;

    public Slots(int most) {
        this.most = most;
    }

    synchronized int free() {
        wasFull |= taken >= most;
        return Math.max(0, most - taken);
    }

    synchronized void take(int number) {
        taken += number;
    }

    /** @return whether a claim may have waited for this, and enough room is back for it to be worth its cost */
    synchronized boolean giveBack() {
        taken--;
        boolean roomAgain = wasFull && taken <= most / 2;
        if (roomAgain) {
            wasFull = false;
        }
        return roomAgain;
    }

    public synchronized int taken() {
        return taken;
    }
}
