package dev.vesper.eventstore.write.usercheck;

/** What may be recorded about a credential check. */
public sealed interface UserCheckCommand {
    record RecordSuccess() implements UserCheckCommand {}

    record RecordFailure() implements UserCheckCommand {}

    /** Failures are forgotten: the user was unlocked. */
    record Reset() implements UserCheckCommand {}
}
