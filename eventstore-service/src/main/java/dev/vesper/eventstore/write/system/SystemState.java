package dev.vesper.eventstore.write.system;

import org.jspecify.annotations.Nullable;

/** Null for a switch that is not set. */
public record SystemState(
        @Nullable Boolean backChannelLogout, @Nullable Boolean singleSessionTermination) {}
