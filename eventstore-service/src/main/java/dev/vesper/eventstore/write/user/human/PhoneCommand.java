package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/** What may be asked of a person's phone number. */
sealed interface PhoneCommand {
    /** @param code null where the caller vouches for the number */
    record Set(String phone, @Nullable NewCode code) implements PhoneCommand {}

    record Remove() implements PhoneCommand {}

    record Resend(NewCode code) implements PhoneCommand {}

    /** The code was right. */
    record Verify() implements PhoneCommand {}
}
