package dev.vesper.eventstore.retention;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Keys under {@code vesper.retention}. Nothing is archived unless an age is set. */
public interface RetentionSettings {
    /**
     * How long after its last event an authorization request is archived; not set: never. Each age must be an hour more than
     * {@code vesper.event-log.answers-kept}.
     */
    Optional<Duration> authRequestAge();

    /** How long after its last event an app's part of a session that has ended is archived; not set: never. */
    Optional<Duration> oidcSessionAge();

    /** How long after its last event a notification that was sent or canceled is archived; not set: never. */
    Optional<Duration> notificationAge();

    /** How often one pod looks for what has become old. */
    @WithDefault("10m")
    Duration interval();

    /** Aggregates that are moved in one transaction, at most; while it is open, readers of the log wait. */
    @WithDefault("100")
    int batchAggregates();

    /** How long a pod that fell silent keeps the archiving from the others. */
    @WithDefault("1m")
    Duration leaseDuration();
}
