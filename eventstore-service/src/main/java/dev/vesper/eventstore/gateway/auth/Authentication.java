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

    private final GoodTokens tokens;

    Authentication(GoodTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * @param authorization the value of that header
     * @throws StatusRuntimeException UNAUTHENTICATED without a token that is good
     */
    public AdminCaller require(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw refused(
                    "TOKEN_MISSING", "The admin API needs a personal access token: Authorization: Bearer <token>.");
        }
        var token = authorization.substring(SCHEME.length()).strip();
        return tokens.callerOf(token)
                .orElseThrow(() -> refused("TOKEN_INVALID", "The bearer token is unknown, expired or removed."));
    }

    private static StatusRuntimeException refused(String reason, String message) {
        return Failure.of(Code.UNAUTHENTICATED, reason, message).toException();
    }
}
