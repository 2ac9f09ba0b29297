package dev.vesper.eventstore.gateway.auth;

import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.write.AdminCaller;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bearer tokens, RFC 6750 section 2.1. */
@Singleton
public final class Authentication {
    private static final String SCHEME = "bearer ";

    private final BearerTokens tokens;
    private final Hosts hosts;

    Authentication(BearerTokens tokens, Hosts hosts) {
        this.tokens = tokens;
        this.hosts = hosts;
    }

    /**
     * @param authorization the value of that header
     * @param authority the host that was called, with or without a port
     * @throws StatusRuntimeException UNAUTHENTICATED without a token that is good there
     */
    public AdminCaller require(@Nullable String authorization, @Nullable String authority) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused("TOKEN_MISSING", "The admin API needs a token: Authorization: Bearer <token>.");
        }
        var token = authorization.substring(SCHEME.length()).strip();
        return tokens.callerOf(token)
                .filter(caller -> caller.isSystemUser() || !hosts.isOfAnother(caller.instanceId(), authority))
                .orElseThrow(() -> refused("TOKEN_INVALID", "The bearer token is unknown, expired or removed."));
    }

    private static StatusRuntimeException refused(String reason, String message) {
        return Failure.of(Code.UNAUTHENTICATED, reason, message).toException();
    }
}
