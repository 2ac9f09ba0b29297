package dev.vesper.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Results of credential checks, in order, so that parallel guesses count. Aggregate {@code user_check}, id: user id. */
public sealed interface UserCheckEvent extends Event {

    record PasswordCheckSucceeded() implements UserCheckEvent {}

    record PasswordCheckFailed() implements UserCheckEvent {}

    /** Failed checks are forgotten: the user was unlocked or has a new password. */
    record PasswordCheckReset() implements UserCheckEvent {}

    /** A wrong code was brought. */
    sealed interface CodeFailed extends UserCheckEvent {
        /** Which code was to be matched. */
        String codeId();
    }

    record EmailVerificationFailed(@JsonProperty("codeID") String codeId) implements CodeFailed {}

    record PhoneVerificationFailed(@JsonProperty("codeID") String codeId) implements CodeFailed {}

    record PasswordCodeCheckFailed(@JsonProperty("codeID") String codeId) implements CodeFailed {}

    record InitializationCheckFailed(@JsonProperty("codeID") String codeId) implements CodeFailed {}

    record InviteCheckFailed(@JsonProperty("codeID") String codeId) implements CodeFailed {}

    /** @param timeStep of RFC 6238 whose code it was: neither it nor one before it is good again */
    record TotpCheckSucceeded(long timeStep) implements UserCheckEvent {}

    /** @param codeId of the factor whose code it was not */
    record TotpCheckFailed(@JsonProperty("factorID") String codeId) implements CodeFailed {}
}
