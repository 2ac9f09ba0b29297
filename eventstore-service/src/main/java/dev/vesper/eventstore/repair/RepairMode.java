package dev.vesper.eventstore.repair;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the process is to do instead of serving. */
public enum RepairMode {
    OFF,
    REPORT,
    RESTORE,
    FORGET;

    /** @return empty for a word that is none of them */
    public static Optional<RepairMode> of(String word) {
        return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
