package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/** What may be asked of a person's e-mail address. */
sealed interface EmailCommand {
    /** @param code null where the caller vouches for the address */
    record Set(String email, @Nullable NewCode code) implements EmailCommand {}

    record Resend(NewCode code) implements EmailCommand {}

    /** The code was right. */
    record Verify() implements EmailCommand {}
}
