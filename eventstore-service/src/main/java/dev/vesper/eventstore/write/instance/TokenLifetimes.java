package dev.vesper.eventstore.write.instance;

import java.time.Duration;

/** How long the tokens of an instance are good for. */
public record TokenLifetimes(Duration accessToken, Duration idToken, Duration refreshTokenIdle, Duration refreshToken) {
    /** As the reference system has them. */
    public static final TokenLifetimes DEFAULT =
            new TokenLifetimes(Duration.ofHours(12), Duration.ofHours(12), Duration.ofDays(30), Duration.ofDays(90));
}
