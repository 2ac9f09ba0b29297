package dev.vesper.simulation.scheduling;

import java.util.ArrayList;
import java.util.List;

/** What happened in which order: as text when somebody will read it, and always as a number to compare runs by. */
public final class Trace {
    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private long digest = 0xcbf29ce484222325L;

    public Trace(boolean kept) {
        this.kept = kept;
    }

    /** @param what by its parts, which are joined only where the text is kept */
    public void note(long nanos, Object... what) {
        digest = (digest ^ nanos) * 0x100000001b3L;
        for (Object part : what) {
            digest = (digest ^ part.hashCode()) * 0x100000001b3L;
        }
        if (kept) {
            StringBuilder line = new StringBuilder(String.format("%12.6f", nanos / 1e9));
            for (Object part : what) {
                line.append(' ').append(part);
            }
            lines.add(line.toString());
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public long digest() {
        return digest;
    }
}
