package dev.vesper.notifier.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Answers of other services, asked for again after a short time. While they cannot be asked, the last answer holds. */
public final class Remembered<K, V> {
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Duration freshFor;
    private final Function<K, V> ask;
    private final Cache<K, Answer<V>> answers =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param ask throws when it cannot be asked */
    public Remembered(Clock clock, Duration freshFor, Function<K, V> ask) {
        this.clock = clock;
        this.freshFor = freshFor;
        this.ask = ask;
    }

    /** @throws RuntimeException of the asking, when there is no earlier answer */
    public V get(K key) {
        Answer<V> known = answers.getIfPresent(key);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(freshFor))) {
            return known.value();
        }
        try {
            return remember(key, now);
        } catch (RuntimeException unavailable) {
            return Optional.ofNullable(known).map(Answer::value).orElseThrow(() -> unavailable);
        }
    }

    private V remember(K key, Instant now) {
        V value = ask.apply(key);
        answers.put(key, new Answer<>(value, now));
        return value;
    }

    private record Answer<V>(V value, Instant at) {}
}
