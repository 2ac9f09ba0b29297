package dev.vesper.eventstore.gateway.auth;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are whose. A token is good at its own instance's domains, and at addresses that are no instance's domain, as
 * an internal one is; never at the domain of another instance.
 */
@Singleton
final class Hosts {
    private static final Pattern DOMAIN = Pattern.compile("\"domain\"\\s*:\\s*\"([^\"]+)\"");

    private final Aggregates aggregates;
    private final EventLog log;
    private final Clock clock;
    private final Duration freshness;

    /** The instances that ever had a domain; whether one still has it, its own events say. */
    private final Map<String, Set<String>> given = new HashMap<>();

    private Cursor seen = Cursor.START;
    private Instant nextLook = Instant.MIN;

    @Inject
    Hosts(Aggregates aggregates, EventLog log, Clock clock, EventstoreConfig config) {
        this(aggregates, log, clock, config.gateway().tokenCache().ttl());
    }

    /** @param freshness how old what is known of others' domains may be */
    Hosts(Aggregates aggregates, EventLog log, Clock clock, Duration freshness) {
        this.aggregates = aggregates;
        this.log = log;
        this.clock = clock;
        this.freshness = freshness;
    }

    boolean isOfAnother(String instanceId, @Nullable String authority) {
        var host = host(authority);
        return !host.isEmpty()
                && !has(instanceId, host)
                && everGiven(host).stream().anyMatch(other -> has(other, host));
    }

    /** The instance that has the host among its domains. */
    Optional<String> instanceOf(String host) {
        return everGiven(host).stream()
                .filter(instanceId -> has(instanceId, host))
                .findFirst();
    }

    private boolean has(String instanceId, String host) {
        return aggregates
                .load(InstanceDecider.KIND, instanceId, instanceId)
                .state()
                .domains()
                .contains(host);
    }

    private synchronized Set<String> everGiven(String host) {
        if (!clock.instant().isBefore(nextLook)) {
            log.read(LogQuery.builder()
                            .eventTypes(List.of("instance.domain.added"))
                            .after(seen)
                            .build())
                    .forEach(this::remember);
            nextLook = clock.instant().plus(freshness);
        }
        return Set.copyOf(given.getOrDefault(host, Set.of()));
    }

    private void remember(RecordedEvent added) {
        var domain = DOMAIN.matcher(added.payload());
        if (domain.find()) {
            given.computeIfAbsent(domain.group(1), _ -> new HashSet<>()).add(added.aggregateId());
        }
        seen = added.cursor();
    }

    private static String host(@Nullable String authority) {
        return authority == null ? "" : authority.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
    }
}
