package dev.vesper.eventstore.gateway.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.config.EventstoreConfig.TokenCache;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.user.PersonalAccessTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GoodTokensTest {
    private static final AdminCaller ADMIN = new AdminCaller("default", "u1");

    private final List<String> lookedUp = new ArrayList<>();
    private final PersonalAccessTokens log = token -> {
        lookedUp.add(token);
        return token.equals("good") ? Optional.of(ADMIN) : Optional.empty();
    };

    @Test
    void a_good_token_is_looked_up_once() {
        var tokens = new GoodTokens(log, limits(Duration.ofMinutes(1)));

        assertThat(tokens.callerOf("good")).contains(ADMIN);
        assertThat(tokens.callerOf("good")).contains(ADMIN);
        assertThat(lookedUp).hasSize(1);
    }

    @Test
    void a_good_token_is_looked_up_again_when_its_time_is_over() {
        var tokens = new GoodTokens(log, limits(Duration.ZERO));

        tokens.callerOf("good");
        tokens.callerOf("good");

        assertThat(lookedUp).hasSize(2);
    }

    @Test
    void a_bad_token_is_not_remembered_and_nonsense_not_even_looked_up() {
        var tokens = new GoodTokens(log, limits(Duration.ofMinutes(1)));

        assertThat(tokens.callerOf("bad")).isEmpty();
        assertThat(tokens.callerOf("bad")).isEmpty();
        assertThat(tokens.callerOf("")).isEmpty();
        assertThat(tokens.callerOf("x".repeat(10_000))).isEmpty();
        assertThat(lookedUp).containsExactly("bad", "bad");
    }

    private static TokenCache limits(Duration ttl) {
        return new TokenCache() {
            @Override
            public Duration ttl() {
                return ttl;
            }

            @Override
            public long size() {
                return 10;
            }
        };
    }
}
