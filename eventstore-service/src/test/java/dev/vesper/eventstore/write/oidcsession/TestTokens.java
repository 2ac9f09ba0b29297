package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.TokenSettings;
import java.time.Clock;

/** Handlers for tests. */
public record TestTokens(
        CodeExchange exchange,
        TokenRefresh refresh,
        TokenRevocation revocation,
        TokenStates states,
        Clients clients,
        OidcSessionEnding ending) {

    public static TestTokens create(
            CommandPipeline pipeline, IdSource ids, RandomTokens random, Clock clock, TokenSettings settings) {
        return new TestTokens(
                new CodeExchange(pipeline, ids, random, clock),
                new TokenRefresh(pipeline, ids, random, clock, settings),
                new TokenRevocation(pipeline, clock),
                new TokenStates(pipeline.aggregates(), clock),
                new Clients(pipeline.aggregates()),
                new OidcSessionEnding(pipeline));
    }
}
