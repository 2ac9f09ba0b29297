package dev.vesper.simulation.broker;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A producer's transaction. Once its end is decided, each partition learns of it in its own time. */
final class BrokerTransaction {
    private final Set<Integer> written = new TreeSet<>();
    private final Set<Integer> marked = new HashSet<>();
    private final long startedNanos;
    private boolean decided;
    private boolean commits;

    BrokerTransaction(long startedNanos) {
        this.startedNanos = startedNanos;
    }

    long startedNanos() {
        return startedNanos;
    }

    void wroteTo(int partition) {
        written.add(partition);
    }

    void decide(boolean commit) {
        decided = true;
        commits = commit;
    }

    boolean isDecided() {
        return decided;
    }

    boolean isComplete() {
        return decided && marked.size() == written.size();
    }

    /** @return the next partition that has not learned of the decision */
    int nextUnmarked() {
        return written.stream()
                .filter(partition -> !marked.contains(partition))
                .findFirst()
                .orElseThrow();
    }

    void mark(int partition) {
        marked.add(partition);
    }

    boolean isOpen(int partition) {
        return !marked.contains(partition);
    }

    boolean isCommitted(int partition) {
        return commits && marked.contains(partition);
    }
}
