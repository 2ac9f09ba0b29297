package dev.vesper.eventstore.retention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When aggregates of a type are archived.
 *
 * @param finished the statement that says which are finished
 * @param age since their last event
 */
record ArchiveRule(String aggregateType, String finished, Duration age) {
    /** Only those for which an age is set. */
    static List<ArchiveRule> of(RetentionSettings settings) {
        return Stream.of(
                        rule("auth_request", "retention/find_finished_auth_requests", settings.authRequestAge()),
                        rule("oidc_session", "retention/find_finished_oidc_sessions", settings.oidcSessionAge()),
                        rule("notification", "retention/find_finished_notifications", settings.notificationAge()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ArchiveRule> rule(String aggregateType, String finished, Optional<Duration> age) {
        return age.map(known -> new ArchiveRule(aggregateType, finished, known));
    }
}
