package dev.vesper.projection.read.oidcsessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OidcSessionEvent.AccessTokenAdded;
import dev.vesper.events.OidcSessionEvent.AccessTokenRevoked;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import dev.vesper.proto.internal.v1.GetTokenStateQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.TokenState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TokensTest {
    private static final Instant EXPIRY = History.BEGIN.plus(Duration.ofHours(1));

    private final ReadSide readSide = new ReadSide();
    private final TokenReader tokens = new TokenReader(readSide.queries(), readSide.clock());

    @AfterEach
    void close() {
        readSide.close();
    }

    @Test
    void a_good_token_tells_what_it_was_granted() {
        givenAToken("openid", "profile");

        TokenState state = state();

        assertThat(state.getActive()).isTrue();
        assertThat(state.getSessionId()).isEqualTo("s1");
        assertThat(state.getUserId()).isEqualTo("u1");
        assertThat(state.getScopeList()).containsExactly("openid", "profile");
        assertThat(state.getAudienceList()).containsExactly("c1");
        assertThat(state.getExpiresAt().getSeconds()).isEqualTo(EXPIRY.getEpochSecond());
        assertThat(state.getPosition())
                .isEqualTo(readSide.history().events().getLast().position());
    }

    @Test
    void an_expired_token_is_not_good() {
        givenAToken("openid");
        readSide.clock().pass(Duration.ofHours(1));

        assertThat(state().getActive()).isFalse();
        assertThat(state().getUserId()).isEmpty();
    }

    @Test
    void a_revoked_token_is_not_good_while_another_of_the_grant_is() {
        givenAToken("openid");
        given("o1", new AccessTokenAdded("t2", List.of("openid"), EXPIRY));
        given("o1", new AccessTokenRevoked("t1", "client"));

        assertThat(state().getActive()).isFalse();
        assertThat(state("t2").getActive()).isTrue();
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of("o1", new OidcSessionEvent.Ended("app_removed")),
                Arguments.of("s1", new SessionEvent.Terminated(null, "rp")),
                Arguments.of("u1", new UserEvent.Deactivated()),
                Arguments.of("u1", new UserEvent.SessionsEnded("admin")),
                Arguments.of("p1", new ProjectEvent.ApplicationSessionsEnded("a1", "admin")),
                Arguments.of("p1", new ProjectEvent.Removed()),
                Arguments.of(History.OWNER, new OrgEvent.Deactivated()),
                Arguments.of(History.INSTANCE, new InstanceEvent.SessionsEnded("admin")));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void no_token_outlives_what_it_stands_on(String aggregateId, Event end) {
        givenAToken("openid");
        assertThat(state().getActive()).isTrue();

        given(aggregateId, end);

        assertThat(state().getActive()).isFalse();
    }

    @Test
    void an_end_before_the_grant_does_not_count() {
        given("u1", new UserEvent.Locked());
        given("u1", new UserEvent.Unlocked());
        givenAToken("openid");

        assertThat(state().getActive()).isTrue();
    }

    @Test
    void an_offline_grant_survives_a_sign_out_and_no_other_end() {
        givenAToken("openid", "offline_access");
        given("s1", new SessionEvent.Terminated(null, "user"));
        assertThat(state().getActive()).isTrue();

        given("u1", new UserEvent.Locked());
        assertThat(state().getActive()).isFalse();
    }

    @Test
    void an_offline_grant_ends_with_a_session_that_an_admin_ends() {
        givenAToken("openid", "offline_access");
        given("s1", new SessionEvent.Terminated(null, "admin"));

        assertThat(state().getActive()).isFalse();
    }

    @Test
    void a_token_that_no_view_has_is_not_found() {
        givenAToken("openid");

        assertThatThrownBy(() -> state("t9")).hasMessageContaining("NOT_FOUND");
    }

    @Test
    void an_answer_says_where_the_slower_view_stood_in_the_slowest_partition() {
        givenAToken("openid");
        readSide.views()
                .run("UPDATE projections.partition_states SET in_tx_order = 0, position = 500 + 10 * partition"
                        + " + CASE projection_name WHEN 'ended' THEN 0 ELSE 5 END");

        assertThat(state().getViewPosition()).isEqualTo(500);
        assertThat(ConsistencyToken.decode(state().getViewToken()).marks())
                .containsEntry(0, new Cursor(500, 0))
                .containsEntry(4, new Cursor(540, 0));
    }

    @Test
    void an_answer_says_nothing_of_its_views_while_one_of_them_has_parked_something() {
        givenAToken("openid");
        readSide.views().run("UPDATE projections.partition_states SET position = 500");
        readSide.history().addRaw("session", "s9", "session.dreamt", "{}");
        readSide.apply();

        assertThat(state().getActive()).isTrue();
        assertThat(state().getViewPosition()).isZero();
        assertThat(state().getViewToken()).isEmpty();
    }

    @Test
    void expired_tokens_of_a_grant_make_room_for_new_ones() {
        givenAToken("openid");
        for (int i = 0; i < 3; i++) {
            Instant soon = readSide.history().events().getLast().createdAt().plusMillis(1_500);
            given("o1", new AccessTokenAdded("short" + i, List.of("openid"), soon));
        }

        assertThat(readSide.views().rows("(SELECT token_id FROM projections.oidc_sessions1_access_tokens)"))
                .containsExactly("(short2)", "(t1)");
    }

    private void givenAToken(String... scope) {
        given(
                "o1",
                new OidcSessionEvent.Added(
                        "u1",
                        History.OWNER,
                        "s1",
                        "c1",
                        "p1",
                        "a1",
                        List.of("c1"),
                        List.of(scope),
                        List.of("pwd"),
                        History.BEGIN,
                        null,
                        "http://localhost:8080"));
        given("o1", new AccessTokenAdded("t1", List.of(scope), EXPIRY));
    }

    private void given(String aggregateId, Event event) {
        readSide.history().add(aggregateId, event);
        readSide.apply();
    }

    private TokenState state() {
        return state("t1");
    }

    private TokenState state(String tokenId) {
        return tokens.get(GetTokenStateQuery.newBuilder()
                .setContext(QueryContext.newBuilder().setInstanceId(History.INSTANCE))
                .setOidcSessionId("o1")
                .setAccessTokenId(tokenId)
                .build());
    }
}
