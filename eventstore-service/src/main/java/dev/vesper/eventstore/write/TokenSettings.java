package dev.vesper.eventstore.write;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what leads to tokens is good for. Lifetimes of the tokens themselves are settings of the instance. */
public interface TokenSettings {
    /** How long a person may take to sign in for one authorization request. */
    @WithDefault("1h")
    Duration authRequestLifetime();

    /** How long a code may wait for its exchange (RFC 6749, section 4.1.2: at most ten minutes). */
    @WithDefault("1m")
    Duration codeLifetime();

    /** How long the same client may use a refresh token again whose answer it lost. */
    @WithDefault("10s")
    Duration refreshReuseGrace();
}
