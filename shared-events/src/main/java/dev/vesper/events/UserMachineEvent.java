package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a machine proves itself with, beside its personal access tokens. Aggregate {@code user}. */
public sealed interface UserMachineEvent extends Event {

    /**
     * @param publicKey PEM, for assertions (RFC 7523)
     * @param expirationDate null for none
     */
    record KeyAdded(
            @JsonProperty("keyID") String keyId,
            String publicKey,
            @Nullable Instant expirationDate) implements UserMachineEvent {}

    record KeyRemoved(@JsonProperty("keyID") String keyId) implements UserMachineEvent {}

    record SecretSet(@Secret String hashedSecret) implements UserMachineEvent {}

    record SecretRemoved() implements UserMachineEvent {}
}
