package dev.vesper.eventstore.crypto;

import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How passwords are hashed. */
public interface PasswordSettings {
    /** Memory of one Argon2id hash in KiB; new hashes only, old ones keep theirs. */
    @WithDefault("7168")
    int memoryKib();

    /** Passes of one Argon2id hash over its memory. */
    @WithDefault("5")
    int iterations();

    /** Lanes of one Argon2id hash. */
    @WithDefault("1")
    int parallelism();

    /** Platform threads that hash; about the number of cores. */
    @WithDefault("2")
    int threads();

    /** How many checks may wait for a thread; more are refused at once. */
    @WithDefault("256")
    int queue();

    /** The longest that one check may take, waiting included. */
    @WithDefault("5s")
    Duration timeout();
}
