package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's phone number. Aggregate {@code user}. */
public sealed interface UserPhoneEvent extends Event {

    /** The new number is not verified. */
    record Changed(@Personal @Nullable String phone) implements UserPhoneEvent {}

    record Removed() implements UserPhoneEvent {}

    record Verified() implements UserPhoneEvent {}

    record CodeAdded(
            @JsonProperty("codeID") String codeId,
            @Personal @Secret @Nullable String code,
            Instant expiry,
            boolean codeReturned,
            @Nullable String urlTmpl,
            @Nullable String triggerOrigin)
            implements UserPhoneEvent, OneTimeCode {}

    record CodeSent() implements UserPhoneEvent {}
}
