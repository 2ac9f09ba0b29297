package dev.vesper.oidc.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers that count as long as this pod hears of every change and has heard of none that is newer than they are. */
final class TrustedCache<V> {
    private final Cache<String, Entry<V>> entries;
    private final Trust trust;
    private final Changes changes;
    private final Counter hits;
    private final Counter misses;

    TrustedCache(String name, long most, Duration lifetime, Trust trust, Changes changes, MeterRegistry metrics) {
        this.hits = metrics.counter("vesper.oidc.cache.answers", "cache", name, "result", "hit");
        this.misses = metrics.counter("vesper.oidc.cache.answers", "cache", name, "result", "miss");
        this.entries = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(lifetime)
                .build();
        this.trust = trust;
        this.changes = changes;
    }

    /** Take it before asking, and give it to {@link #keep}: an answer from before a gap must not survive it. */
    OptionalLong epoch() {
        return trust.epoch();
    }

    Optional<V> find(String key) {
        OptionalLong epoch = trust.epoch();
        Optional<V> found = Optional.ofNullable(entries.getIfPresent(key))
                .filter(entry -> epoch.isPresent() && entry.epoch() == epoch.getAsLong())
                .filter(entry -> !changes.areNewerThan(entry.position(), entry.subjects()))
                .map(Entry::value);
        (found.isPresent() ? hits : misses).increment();
        return found;
    }

    /** Does nothing while nothing is trusted, or when a newer change has been heard of already. */
    void keep(String key, V value, Known known, OptionalLong epoch) {
        if (epoch.isPresent() && epoch.equals(trust.epoch()) && !isOutdated(known)) {
            entries.put(key, new Entry<>(value, known.position(), known.subjects(), epoch.getAsLong()));
        }
    }

    boolean isOutdated(Known known) {
        return changes.areNewerThan(known.position(), known.subjects());
    }

    /**
     * What an answer knows.
     *
     * @param position of the newest event in it
     * @param subjects whose later changes make it stale
     */
    record Known(long position, List<String> subjects) {}

    private record Entry<V>(V value, long position, List<String> subjects, long epoch) {}
}
