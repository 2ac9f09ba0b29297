package dev.vesper.simulation.broker;

import java.util.ArrayList;
import java.util.List;

/** The records of one partition. */
final class PartitionLog {
    private final int number;
    private final List<Entry> entries = new ArrayList<>();
    private int stable;

    PartitionLog(int number) {
        this.number = number;
    }

    void append(Entry entry) {
        entries.add(entry);
    }

    Entry at(long offset) {
        return entries.get((int) offset);
    }

    /** The first offset of an open transaction, or the end: readers of what is committed come no further. */
    long lastStableOffset() {
        while (stable < entries.size() && !entries.get(stable).isOpen(number)) {
            stable++;
        }
        return stable;
    }
}
