package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A value that only the holder of a key can read.
 *
 * @param cryptoType 0 for encryption, as the reference system's data has it
 * @param algorithm {@code aes-256-gcm}
 * @param keyId which key: a master key's id, or a user id for a sealed personal field
 * @param crypted base64 of the 12-byte nonce followed by ciphertext and tag
 */
public record EncryptedValue(
        int cryptoType,
        String algorithm,
        @JsonProperty("keyID") String keyId,
        String crypted) {}
