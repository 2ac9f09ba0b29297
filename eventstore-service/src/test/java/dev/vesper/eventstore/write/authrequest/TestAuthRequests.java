package dev.vesper.eventstore.write.authrequest;

import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.TokenSettings;
import java.time.Clock;

/** Handlers for tests. */
public final class TestAuthRequests {
    private TestAuthRequests() {}

    public static AuthRequests requests(CommandPipeline pipeline, IdSource ids, Clock clock, TokenSettings settings) {
        return new AuthRequests(pipeline, ids, clock, settings);
    }

    public static CodeIssuing codes(
            CommandPipeline pipeline,
            AuthRequests requests,
            IdSource ids,
            RandomTokens tokens,
            Clock clock,
            TokenSettings settings) {
        return new CodeIssuing(pipeline, requests, ids, tokens, clock, settings);
    }
}
