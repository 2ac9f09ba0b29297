package dev.vesper.oidc.world;

import dev.vesper.proto.internal.v1.Grant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One app's part of a session. */
public final class OidcSession {
    final Grant first;
    final Set<String> accessTokens = new HashSet<>();
    final Set<String> usedRefreshTokens = new HashSet<>();

    @Nullable
    String refreshToken;

    boolean ended;
    long position;

    OidcSession(Grant first) {
        this.first = first;
        this.position = first.getPosition();
    }
}
