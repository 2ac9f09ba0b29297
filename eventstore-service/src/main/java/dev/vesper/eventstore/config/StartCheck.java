package dev.vesper.eventstore.config;

import dev.vesper.config.ConfigCheck;
import dev.vesper.eventstore.repair.RepairMode;
import dev.vesper.eventstore.retention.RetentionSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a service that was told something it does not understand, before anything else starts. */
@Singleton
final class StartCheck {
    private static final int FIRST = 1;

    void check(@Observes @Priority(FIRST) StartupEvent event, Config config, EventstoreConfig values) {
        ConfigCheck.of(config, "vesper", EventstoreConfig.class, values)
                .require(
                        values.internal().credential().length() >= 16,
                        "vesper.internal.credential must have at least 16 characters")
                .require(
                        values.relay().shards() <= values.kafka().partitions(),
                        "vesper.relay.shards must not be more than vesper.kafka.partitions")
                .require(
                        isWithin(values.relay().gather(), Duration.ofSeconds(1)),
                        "vesper.relay.gather must be between 0 and 1 s")
                .require(
                        isWithin(values.relay().cursorInterval(), Duration.ofMinutes(1)),
                        "vesper.relay.cursor-interval must be between 0 and 1 min")
                .require(
                        values.eventLog().batchPatienceMicros() >= 0
                                && values.eventLog().batchPatienceMicros() <= 20_000,
                        "vesper.event-log.batch-patience-micros must be between 0 and 20000")
                .require(
                        ages(values.retention()).allMatch(age -> age.compareTo(youngest(values)) >= 0),
                        "vesper.retention.*-age must be an hour more than vesper.event-log.answers-kept, or more than that")
                .require(
                        RepairMode.of(values.repair().mode()).isPresent(),
                        "vesper.repair.mode must be off, report, restore or forget")
                .require(values.gateway().maxJsonDepth() <= 1000, "vesper.gateway.max-json-depth must be at most 1000")
                .require(
                        values.gateway().maxBodySize().asLongValue() >= 1024,
                        "vesper.gateway.max-body-size must be at least 1K")
                .orStop();
    }

    private static boolean isWithin(Duration value, Duration longest) {
        return !value.isNegative() && value.compareTo(longest) <= 0;
    }

    /** The answer to a push that may still be repeated is read from its events. */
    private static Duration youngest(EventstoreConfig values) {
        return values.eventLog().answersKept().plusHours(1);
    }

    private static Stream<Duration> ages(RetentionSettings settings) {
        return Stream.of(settings.authRequestAge(), settings.oidcSessionAge(), settings.notificationAge())
                .flatMap(Optional::stream);
    }
}
