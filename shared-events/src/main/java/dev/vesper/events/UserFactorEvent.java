package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A person's second factors. Aggregate {@code user}; their checks stand in {@link UserCheckEvent}. */
public sealed interface UserFactorEvent extends Event {

    /**
     * Counts once it is verified. An app that shows codes was given the secret (RFC 6238).
     *
     * @param factorId tells the secret from those before and after it
     * @param otpSecret base32
     */
    record TotpAdded(
            @JsonProperty("factorID") String factorId,
            @Personal @Secret @Nullable String otpSecret) implements UserFactorEvent {}

    record TotpVerified() implements UserFactorEvent {}

    record TotpRemoved() implements UserFactorEvent {}

    record OtpSmsAdded() implements UserFactorEvent {}

    record OtpSmsRemoved() implements UserFactorEvent {}

    record OtpEmailAdded() implements UserFactorEvent {}

    record OtpEmailRemoved() implements UserFactorEvent {}
}
