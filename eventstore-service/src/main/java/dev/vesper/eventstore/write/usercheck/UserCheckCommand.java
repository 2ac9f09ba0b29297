package dev.vesper.eventstore.write.usercheck;

import dev.vesper.events.UserCheckEvent;

/** What may be recorded about a credential check. */
public sealed interface UserCheckCommand {
    record RecordSuccess() implements UserCheckCommand {}

    record RecordFailure() implements UserCheckCommand {}

    /** Beside the password's: each code has its own count. */
    record RecordWrongCode(UserCheckEvent.CodeFailed failure) implements UserCheckCommand {}

    record RecordRightTotp(long timeStep) implements UserCheckCommand {}

    /** Failures are forgotten: the user was unlocked. */
    record Reset() implements UserCheckCommand {}
}
