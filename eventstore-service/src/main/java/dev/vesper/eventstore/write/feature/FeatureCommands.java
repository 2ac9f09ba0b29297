package dev.vesper.eventstore.write.feature;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import org.jspecify.annotations.Nullable;

/** Switches features. */
public interface FeatureCommands {
    Written setInstance(AdminCaller caller, Switches switches);

    Written resetInstance(AdminCaller caller);

    Written setSystem(AdminCaller caller, Switches switches);

    Written resetSystem(AdminCaller caller);

    /** Null leaves a switch as it is. */
    record Switches(
            @Nullable Boolean backChannelLogout, @Nullable Boolean singleSessionTermination) {}
}
