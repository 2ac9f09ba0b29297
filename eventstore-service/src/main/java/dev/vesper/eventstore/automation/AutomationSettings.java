package dev.vesper.eventstore.automation;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the write side reacts to its own events. */
public interface AutomationSettings {
    /** Whether this pod takes part; one pod at a time works for each automation. */
    @WithDefault("true")
    boolean enabled();

    /** How long an automation rests when it has come to the end of the log. */
    @WithDefault("200ms")
    Duration pollInterval();

    /** How long an automation rests after a failure. */
    @WithDefault("2s")
    Duration retryInterval();

    /** How long a pod that fell silent keeps its automations from the others. */
    @WithDefault("15s")
    Duration leaseDuration();

    /** Events that are looked at in one statement; those that an automation has no part in stay in the database. */
    @WithDefault("500")
    int pageEvents();

    /** Sessions that are ended at the same time after a bulk end. */
    @WithDefault("16")
    int sessionsInFlight();

    /** How long ending so many sessions may take. */
    @WithDefault("10s")
    Duration endTimeout();
}
