package dev.vesper.events;

/** Results of credential checks, in order, so that parallel guesses count. Aggregate {@code user_check}, id: user id. */
public sealed interface UserCheckEvent extends Event {

    record PasswordCheckSucceeded() implements UserCheckEvent {}

    record PasswordCheckFailed() implements UserCheckEvent {}

    /** Failed checks are forgotten: the user was unlocked or has a new password. */
    record PasswordCheckReset() implements UserCheckEvent {}
}
