package dev.vesper.eventstore.write.system;

import org.jspecify.annotations.Nullable;

/** What may be asked of the system. */
public sealed interface SystemCommand {
    /** Null leaves a switch as it is. */
    record SetFeatures(
            @Nullable Boolean backChannelLogout, @Nullable Boolean singleSessionTermination) implements SystemCommand {}

    record ResetFeatures() implements SystemCommand {}
}
