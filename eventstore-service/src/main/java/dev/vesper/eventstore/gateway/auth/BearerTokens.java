package dev.vesper.eventstore.gateway.auth;

import dev.vesper.eventstore.write.AdminCaller;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells the kinds of bearer tokens apart, and who holds one. */
@Singleton
final class BearerTokens {
    private final GoodTokens personal;
    private final OwnAccessTokens own;
    private final SystemUsers systemUsers;

    BearerTokens(GoodTokens personal, OwnAccessTokens own, SystemUsers systemUsers) {
        this.personal = personal;
        this.own = own;
        this.systemUsers = systemUsers;
    }

    /** Empty for a token that is not good, or not good any more. */
    Optional<AdminCaller> callerOf(String token) {
        // Only a JWT has dots: a personal access token is one piece of base64url.
        return token.indexOf('.') < 0
                ? personal.callerOf(token)
                : Jwt.parse(token)
                        .flatMap(jwt -> systemUsers.signed(jwt) ? systemUsers.callerOf(jwt) : own.callerOf(jwt));
    }
}
