package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Codes with which a person gets in: to a new password, or for the first time. Aggregate {@code user}. */
public sealed interface UserCodeEvent extends Event {

    /** @param notificationType {@code email} or {@code sms} */
    record PasswordCodeAdded(
            @JsonProperty("codeID") String codeId,
            @Personal @Secret @Nullable String code,
            Instant expiry,
            String notificationType,
            boolean codeReturned,
            @Nullable String urlTmpl,
            @Nullable String triggerOrigin)
            implements UserCodeEvent, OneTimeCode {}

    record PasswordCodeSent() implements UserCodeEvent {}

    /** The person was told of their new password. */
    record PasswordChangeSent() implements UserCodeEvent {}

    record InitializationCodeAdded(
            @JsonProperty("codeID") String codeId,
            @Personal @Secret @Nullable String code,
            Instant expiry,
            boolean codeReturned,
            @Nullable String urlTmpl,
            @Nullable String triggerOrigin)
            implements UserCodeEvent, OneTimeCode {}

    record InitializationCodeSent() implements UserCodeEvent {}

    record InitializationSucceeded() implements UserCodeEvent {}

    /** @param applicationName of what the person is invited to, for the message; null for the instance itself */
    record InviteCodeAdded(
            @JsonProperty("codeID") String codeId,
            @Personal @Secret @Nullable String code,
            Instant expiry,
            boolean codeReturned,
            @Nullable String urlTmpl,
            @Nullable String triggerOrigin,
            @Nullable String applicationName)
            implements UserCodeEvent, OneTimeCode {}

    record InviteCodeSent() implements UserCodeEvent {}

    record InviteSucceeded() implements UserCodeEvent {}
}
