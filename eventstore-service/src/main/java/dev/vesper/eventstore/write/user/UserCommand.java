package dev.vesper.eventstore.write.user;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a user. */
public sealed interface UserCommand {
    /** @param hashedPassword PHC string of the password in {@code human}; null without one */
    record AddHuman(CreateHuman human, @Nullable String hashedPassword) implements UserCommand {}

    /** @param accessTokenType by its name in the admin API */
    record AddMachine(
            String userName, String name, @Nullable String description, String accessTokenType)
            implements UserCommand {}

    record ChangeUserName(String userName) implements UserCommand {}

    record Deactivate() implements UserCommand {}

    record Reactivate() implements UserCommand {}

    record Lock() implements UserCommand {}

    record Unlock() implements UserCommand {}

    record Remove() implements UserCommand {}

    record EndSessions(String reason) implements UserCommand {}

    record AddPat(
            String tokenId,
            String hashedToken,
            List<String> scopes,
            @Nullable Instant expiration) implements UserCommand {}

    record RemovePat(String tokenId) implements UserCommand {}
}
