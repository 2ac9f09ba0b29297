package dev.vesper.eventstore.gateway.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.config.EventstoreConfig.TokenCache;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.user.PersonalAccessTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Remembers for a few seconds which tokens were found good, under their hash, so that a script's many calls do not read
 * the log each time. Bad ones are not remembered: whoever guesses must not fill the memory.
 */
@Singleton
final class GoodTokens {
    /** Ours have about a hundred characters; nothing longer is worth a hash. */
    private static final int LONGEST = 512;

    private final PersonalAccessTokens tokens;
    private final Cache<String, AdminCaller> callers;

    @Inject
    GoodTokens(PersonalAccessTokens tokens, EventstoreConfig config) {
        this(tokens, config.gateway().tokenCache());
    }

    GoodTokens(PersonalAccessTokens tokens, TokenCache limits) {
        this.tokens = tokens;
        this.callers = Caffeine.newBuilder()
                .expireAfterWrite(limits.ttl())
                .maximumSize(limits.size())
                .build();
    }

    Optional<AdminCaller> callerOf(String token) {
        if (token.isEmpty() || token.length() > LONGEST) {
            return Optional.empty();
        }
        var hash = sha256(token);
        var known = callers.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        var found = tokens.authenticate(token);
        found.ifPresent(caller -> callers.put(hash, caller));
        return found;
    }

    private static String sha256(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
