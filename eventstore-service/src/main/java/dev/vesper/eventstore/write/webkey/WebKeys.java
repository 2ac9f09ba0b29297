package dev.vesper.eventstore.write.webkey;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.vesper.events.RecordedEvent;
import dev.vesper.events.WebKeyEvent;
import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.log.LogQuery;
import dev.vesper.eventstore.write.Aggregates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The signing keys of an instance, opened. */
@Singleton
public final class WebKeys implements SigningAlgorithms {
    private static final Comparator<WebKey> NEWEST_ACTIVE_FIRST =
            Comparator.comparing(WebKey::active).thenComparing(WebKey::since).reversed();

    private final EventLog log;
    private final Aggregates aggregates;
    private final SigningKeys signingKeys;

    WebKeys(EventLog log, Aggregates aggregates, SigningKeys signingKeys) {
        this.log = log;
        this.aggregates = aggregates;
        this.signingKeys = signingKeys;
    }

    /**
     * @param privateJwk JSON
     * @param since when it was activated or deactivated last
     */
    public record WebKey(String keyId, String algorithm, String privateJwk, boolean active, Instant since) {
        /** Without the key. */
        @Override
        public String toString() {
            return "WebKey[keyId=" + keyId + ", active=" + active + "]";
        }
    }

    /** @return the active ones first, of these the newest first */
    public List<WebKey> ofInstance(String instanceId) {
        Map<String, RecordedEvent> newest = new LinkedHashMap<>();
        log.read(LogQuery.builder()
                        .instance(instanceId)
                        .aggregateTypes(List.of(WebKeyDecider.TYPE))
                        .build())
                .forEach(event -> newest.put(event.aggregateId(), event));
        return newest.values().stream()
                .map(this::open)
                .flatMap(Optional::stream)
                .sorted(NEWEST_ACTIVE_FIRST)
                .toList();
    }

    /** Of all that ever were. */
    List<String> idsOf(String instanceId) {
        var query = LogQuery.builder()
                .instance(instanceId)
                .aggregateTypes(List.of(WebKeyDecider.TYPE))
                .eventTypes(List.of(WebKeyDecider.ADDED))
                .build();
        try (var events = log.read(query)) {
            return events.map(RecordedEvent::aggregateId).toList();
        }
    }

    @Override
    public Set<String> active(String instanceId) {
        return idsOf(instanceId).stream()
                .map(id -> aggregates.load(WebKeyDecider.KIND, instanceId, id).state())
                .filter(WebKeyState::active)
                .flatMap(state -> Stream.ofNullable(state.key()))
                .map(key -> key.config().algorithm())
                .collect(toUnmodifiableSet());
    }

    private Optional<WebKey> open(RecordedEvent newest) {
        String keyId = newest.aggregateId();
        WebKeyState state =
                aggregates.load(WebKeyDecider.KIND, newest.instanceId(), keyId).state();
        WebKeyEvent.Added key = state.key();
        // A key that a repair brought back from Kafka has no private part, and signs nothing.
        return key == null || key.privateKey() == null
                ? Optional.empty()
                : Optional.of(new WebKey(
                        keyId,
                        key.config().algorithm(),
                        signingKeys.open(key.privateKey(), keyId),
                        state.active(),
                        newest.createdAt()));
    }
}
