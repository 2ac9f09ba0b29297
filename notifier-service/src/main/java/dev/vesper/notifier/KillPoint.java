package dev.vesper.notifier;

import java.util.Optional;

/** A named place at which a test lets the process die, as a power cut would. Off unless configured. */
public final class KillPoint {
    public static final String AFTER_REQUEST = "notifier.after-request";
    public static final String AFTER_CLAIM = "notifier.after-claim";
    public static final String AFTER_POST = "notifier.after-post-before-record";

    private final Optional<String> name;
    private final Runnable halt;

    /** @param halt does not return in a real process */
    public KillPoint(Optional<String> name, Runnable halt) {
        this.name = name;
        this.halt = halt;
    }

    public static KillPoint none() {
        return new KillPoint(Optional.empty(), () -> {});
    }

    public void reached(String point) {
        if (name.filter(point::equals).isPresent()) {
            halt.run();
        }
    }
}
