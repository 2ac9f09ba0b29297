package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/** What may be asked about a person's password. */
sealed interface PasswordCommand {
    /**
     * The caller may: the current password or the code was right, or they are an admin.
     *
     * @param hash PHC string
     * @param endsSessions by the policy
     */
    record Set(String hash, boolean changeRequired, boolean endsSessions) implements PasswordCommand {}

    record RequestCode(NewCode code, boolean bySms) implements PasswordCommand {}

    /** @param isAgain whether it takes the place of one that was not used */
    record Initialize(NewCode code, boolean isAgain) implements PasswordCommand {}

    /**
     * @param isAgain whether it takes the place of one that was not used
     * @param applicationName null for the instance itself
     */
    record Invite(NewCode code, boolean isAgain, @Nullable String applicationName) implements PasswordCommand {}

    /**
     * The code was right.
     *
     * @param password null where none is set
     */
    record EndInitialization(@Nullable Set password) implements PasswordCommand {}

    /** The code was right. */
    record EndInvitation() implements PasswordCommand {}
}
