package dev.vesper.notifier.deliveries;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. A status of 0 means that there was no answer. */
public sealed interface Outcome {
    int httpStatus();

    record Done(int httpStatus) implements Outcome {}

    /**
     * No repetition will help.
     *
     * @param reason a stable code
     */
    record Permanent(String reason, String error, int httpStatus) implements Outcome {}

    /**
     * The next attempt may succeed.
     *
     * @param retryAfter what the other side asked for; null when it did not
     * @param blamesTarget false where the failure is ours and says nothing about the target
     */
    record Temporary(String error, int httpStatus, @Nullable Duration retryAfter, boolean blamesTarget)
            implements Outcome {
        public static Temporary ofTarget(String error) {
            return new Temporary(error, 0, null, true);
        }

        public static Temporary ofOurs(String error) {
            return new Temporary(error, 0, null, false);
        }
    }
}
