package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Aggregates;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgDecider;
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
        return AccessTokenText.parse(token).flatMap(parsed -> callerOf(token, parsed));
    }

    private Optional<AdminCaller> callerOf(String token, AccessTokenText parsed) {
        var user = aggregates.load(UserDecider.KIND, parsed.instanceId(), parsed.userId());
        return isGood(token, parsed, user.state()) && isAtHome(parsed.instanceId(), user.owner())
                ? Optional.of(new AdminCaller(parsed.instanceId(), parsed.userId(), user.owner()))
                : Optional.empty();
    }

    private boolean isGood(String token, AccessTokenText parsed, UserState user) {
        UserState.Pat pat = user.pats().get(parsed.tokenId());
        return user.mayAct()
                && pat != null
                && TokenHash.matches(token, pat.hashedToken())
                && (pat.expiration() == null || clock.instant().isBefore(pat.expiration()));
    }

    /** Whether there still are the instance and the organisation that the user is of. */
    private boolean isAtHome(String instanceId, String orgId) {
        return aggregates
                        .load(InstanceDecider.KIND, instanceId, instanceId)
                        .state()
                        .present()
                && aggregates.load(OrgDecider.KIND, instanceId, orgId).state().active();
    }
}
