package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import java.time.Clock;

/** Handlers and people for tests. */
public final class TestUsers {
    public static final String PASSWORD = "correct horse battery staple";

    private TestUsers() {}

    public static UserCommands users(
            CommandPipeline pipeline, IdSource ids, Passwords passwords, UserKeys keys, MasterKey masterKey) {
        return new UserHandler(pipeline, ids, passwords, keys, masterKey);
    }

    public static PersonalAccessTokens accessTokens(Aggregates aggregates, Clock clock) {
        return new PersonalAccessTokenCheck(aggregates, clock);
    }

    public static CreateHuman human(String userName) {
        return new CreateHuman(
                userName, "Ada", "Lovelace", null, "en", userName + "@example.com", true, null, PASSWORD, false);
    }
}
