package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Aggregates;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Checks personal access tokens against the log itself, so that a removed one is refused at once. */
@Singleton
final class PersonalAccessTokenCheck implements PersonalAccessTokens {
    private final Aggregates aggregates;
    private final Clock clock;

    PersonalAccessTokenCheck(Aggregates aggregates, Clock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    @Override
    public Optional<AdminCaller> authenticate(String token) {
        return AccessTokenText.parse(token)
                .filter(parsed -> isGood(token, parsed))
                .map(parsed -> new AdminCaller(parsed.instanceId(), parsed.userId()));
    }

    private boolean isGood(String token, AccessTokenText parsed) {
        UserState user = aggregates
                .load(UserDecider.KIND, parsed.instanceId(), parsed.userId())
                .state();
        UserState.Pat pat = user.pats().get(parsed.tokenId());
        return user.mayAct()
                && pat != null
                && TokenHash.matches(token, pat.hashedToken())
                && (pat.expiration() == null || clock.instant().isBefore(pat.expiration()));
    }
}
