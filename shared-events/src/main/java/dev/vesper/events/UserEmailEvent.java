package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's e-mail address. Aggregate {@code user}. */
public sealed interface UserEmailEvent extends Event {

    /** The new address is not verified. */
    record Changed(@Personal @Nullable String email) implements UserEmailEvent {}

    record Verified() implements UserEmailEvent {}

    record CodeAdded(
            @JsonProperty("codeID") String codeId,
            @Personal @Secret @Nullable String code,
            Instant expiry,
            boolean codeReturned,
            @Nullable String urlTmpl,
            @Nullable String triggerOrigin)
            implements UserEmailEvent, OneTimeCode {}

    record CodeSent() implements UserEmailEvent {}
}
