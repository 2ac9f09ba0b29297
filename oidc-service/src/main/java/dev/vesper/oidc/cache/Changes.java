package dev.vesper.oidc.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.oidc.Configuration;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What this pod heard of changes: by subject, the position of the newest event that makes older knowledge of it stale. */
@Singleton
public final class Changes {
    private final Cache<String, Long> newest;
    private final AtomicLong highest = new AtomicLong(-1);

    /** Of subjects below it nothing is known any more. */
    private final AtomicLong floor = new AtomicLong(-1);

    @Inject
    Changes(Configuration configuration) {
        this(
                configuration.oidc().cache().changes(),
                configuration.oidc().cache().lifetime());
    }

    Changes(long most, Duration cacheLifetime) {
        this.newest = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(cacheLifetime.multipliedBy(2))
                .<String, Long>evictionListener((subject, position, cause) -> {
                    if (cause == RemovalCause.SIZE && position != null) {
                        raiseFloor(position);
                    }
                })
                .build();
    }

    /** This pod ended it itself, and need not wait until it hears so. */
    public void sessionEnded(String instanceId, String sessionId, String consistencyToken) {
        caused(Subjects.session(instanceId, sessionId), consistencyToken);
    }

    /** Likewise for all sessions of a person. */
    public void userEnded(String instanceId, String userId, String consistencyToken) {
        caused(Subjects.user(instanceId, userId), consistencyToken);
    }

    /** Likewise for a token that was revoked. */
    public void oidcSessionChanged(String instanceId, String oidcSessionId, String consistencyToken) {
        caused(Subjects.oidcSession(instanceId, oidcSessionId), consistencyToken);
    }

    private void caused(String subject, String consistencyToken) {
        ConsistencyToken.decode(consistencyToken).marks().values().stream()
                .mapToLong(Cursor::position)
                .max()
                .ifPresent(position -> heard(subject, position));
    }

    void heard(String subject, long position) {
        newest.asMap().merge(subject, position, Math::max);
        highest.accumulateAndGet(position, Math::max);
    }

    /** For an event that could not be read: it may have changed anything. */
    void heardOfAnything() {
        raiseFloor(highest.get());
    }

    boolean areNewerThan(long position, List<String> subjects) {
        return position < floor.get()
                || subjects.stream().anyMatch(subject -> newest.asMap().getOrDefault(subject, -1L) > position);
    }

    private void raiseFloor(long position) {
        floor.accumulateAndGet(position, Math::max);
    }
}
