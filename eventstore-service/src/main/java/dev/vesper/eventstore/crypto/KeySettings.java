package dev.vesper.eventstore.crypto;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where key material comes from. */
public interface KeySettings {
    /** The master key: 32 bytes in base64. Everything secret in the log hangs on it; keep a copy. */
    Optional<String> masterKey();

    /** A file that holds the master key in base64, for deployments that mount secrets. `master-key` wins. */
    Optional<Path> masterKeyFile();

    /** JWS algorithm of the first signing key: RS256 or ES256. */
    @WithDefault("RS256")
    String signingAlgorithm();

    /** How long a new signing key must have been published before it may sign; as long as apps keep the published keys. */
    @AtLeast(0)
    @WithDefault("0s")
    Duration publishBeforeSigning();

    /** How long an unwrapped key of a person stays in memory. */
    @WithDefault("1m")
    Duration userKeyCacheExpiry();

    /** How many unwrapped keys of people stay in memory. */
    @WithDefault("10000")
    int userKeyCacheSize();
}
