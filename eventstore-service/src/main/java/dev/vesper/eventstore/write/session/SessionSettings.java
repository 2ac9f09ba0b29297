package dev.vesper.eventstore.write.session;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long people stay signed in. */
public interface SessionSettings {
    /** How long a session lasts at most, whatever is done in it; 0s: without limit. */
    @WithDefault("30d")
    @AtLeast(0)
    Duration lifetime();

    /** How long a session lasts in which nobody signs in, no app joins and no token is renewed; 0s: without limit. */
    @WithDefault("10d")
    @AtLeast(0)
    Duration idleLifetime();

    /** How often sessions whose time is over are looked for. */
    @WithDefault("1s")
    Duration expiryInterval();

    /** Whether a changed password ends the sessions that began with the old one. */
    @WithDefault("true")
    boolean endOnPasswordChange();
}
