package dev.vesper.eventstore.write.user.human;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that was made for a command.
 *
 * @param returned whether the caller gets it, and so no message is made
 * @param urlTemplate of the link in the message; null for the default one
 */
public record NewCode(
        String codeId,
        String code,
        Instant expiry,
        boolean returned,
        @Nullable String urlTemplate) {

    /** Without the code. */
    @Override
    public String toString() {
        return "NewCode[codeId=" + codeId + "]";
    }
}
