package dev.vesper.eventstore.olddata;

import java.util.List;

/** The log is not what the old table says it should be. */
final class OldDataDiffers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OldDataDiffers(List<String> problems) {
        super(String.join("\n  ", problems), null, false, false);
    }
}
