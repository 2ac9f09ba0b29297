package dev.vesper.eventstore.write;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.EndReason;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.authrequest.CodeIssuing;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.oidcsession.OAuthRefusal;
import dev.vesper.eventstore.write.oidcsession.TokenStates.TokenState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From signing in to nothing being minted any more, on any log. */
abstract class SpineContract {
    WriteSide side;
    Relying alpha;
    String userId;

    abstract EventLog log();

    @BeforeEach
    void set_up() {
        side = new WriteSide(log(), 5);
        alpha = Relying.party(side, "Alpha");
        userId = side.newUser("ada");
    }

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_sign_in_becomes_a_code_and_the_code_becomes_tokens() {
        String sessionId = side.signIn(userId);
        Grant grant = alpha.exchange(alpha.code(sessionId, "openid", "profile"));
        assertThat(grant.grant().sessionId()).isEqualTo(sessionId);
        assertThat(grant.grant().userId()).isEqualTo(userId);
        assertThat(grant.grant().nonce()).isEqualTo("nonce");
        assertThat(grant.scope()).containsExactly("openid", "profile");
        assertThat(grant.refreshToken()).startsWith("vr_");
        assertThat(grant.accessTokenExpiresAt()).isEqualTo(side.start.plus(Duration.ofHours(12)));
        assertThat(state(grant))
                .hasValueSatisfying(state -> assertThat(state.position()).isEqualTo(grant.position()));
        assertThat(logouts(sessionId)).containsExactly("session_logout.back_channel.registered");
    }

    @Test
    void a_stored_request_gets_its_code_once() {
        String id = side.requests.add(
                WriteSide.INSTANCE, WriteSide.request(alpha.app().clientId(), "openid"));
        assertThat(side.requests.get(WriteSide.INSTANCE, id).request().clientId())
                .isEqualTo(alpha.app().clientId());
        String sessionId = side.signIn(userId);
        assertThat(side.codes.issue(WriteSide.INSTANCE, id, sessionId)).isInstanceOf(CodeIssuing.CodeIssued.class);
        assertThat(side.codes.issue(WriteSide.INSTANCE, id, sessionId)).isInstanceOf(CodeIssuing.RequestGone.class);
        assertThatThrownBy(() -> side.requests.get(WriteSide.INSTANCE, id)).isInstanceOf(CommandRejected.class);
    }

    @Test
    void a_session_is_good_in_its_own_browser_only() {
        String sessionId = side.signIn(userId);
        var elsewhere = WriteSide.requestIn("other browser", alpha.app().clientId());
        assertThat(side.codes.issue(WriteSide.INSTANCE, elsewhere, sessionId))
                .isInstanceOf(CodeIssuing.SessionEnded.class);
    }

    @Test
    void after_the_end_of_the_session_everything_is_refused() {
        String sessionId = side.signIn(userId);
        String unused = alpha.code(sessionId, "openid");
        Grant grant = alpha.exchange(alpha.code(sessionId, "openid"));
        side.sessions.end(WriteSide.INSTANCE, sessionId, EndReason.USER, "https://id.example.com", userId);
        refused("invalid_grant", () -> alpha.exchange(unused));
        refused("invalid_grant", () -> alpha.refresh(grant.refreshToken()));
        assertThat(state(grant)).isEmpty();
        assertThat(side.codes.issue(
                        WriteSide.INSTANCE, WriteSide.request(alpha.app().clientId(), "openid"), sessionId))
                .isEqualTo(new CodeIssuing.SessionEnded("user"));
        var again = side.sessions.end(WriteSide.INSTANCE, sessionId, EndReason.ADMIN, null, "admin");
        assertThat(again.sequence()).isEqualTo(4);
    }

    @Test
    void an_offline_grant_outlives_a_sign_out_and_not_an_admin() {
        String first = side.signIn(userId);
        Grant offline = alpha.exchange(alpha.code(first, "openid", "offline_access"));
        side.sessions.end(WriteSide.INSTANCE, first, EndReason.RP, null, userId);
        Grant renewed = alpha.refresh(offline.refreshToken());
        assertThat(state(renewed)).isPresent();
        side.users.endSessions(ADMIN, userId);
        refused("invalid_grant", () -> alpha.refresh(renewed.refreshToken()));

        String second = side.signIn(userId);
        Grant other = alpha.exchange(alpha.code(second, "openid", "offline_access"));
        side.sessions.terminate(ADMIN, second);
        refused("invalid_grant", () -> alpha.refresh(other.refreshToken()));
    }

    @Test
    void sessions_from_before_a_bulk_end_stay_dead_when_the_user_comes_back() {
        String before = side.signIn(userId);
        Grant grant = alpha.exchange(alpha.code(before, "openid"));
        side.users.deactivate(ADMIN, userId);
        side.users.reactivate(ADMIN, userId);
        refused("invalid_grant", () -> alpha.refresh(grant.refreshToken()));
        assertThat(state(grant)).isEmpty();
        assertThat(side.codes.issue(
                        WriteSide.INSTANCE, WriteSide.request(alpha.app().clientId()), before))
                .isEqualTo(new CodeIssuing.SessionEnded("user_deactivated"));
        assertThat(state(alpha.exchange(alpha.code(side.signIn(userId), "openid"))))
                .isPresent();
    }

    @Test
    void a_removed_app_gets_nothing_and_the_others_go_on() {
        Relying beta = Relying.party(side, "Beta");
        String sessionId = side.signIn(userId);
        Grant gone = alpha.exchange(alpha.code(sessionId, "openid"));
        Grant kept = beta.exchange(beta.code(sessionId, "openid"));
        side.apps.remove(ADMIN, alpha.projectId(), alpha.app().appId());
        refused("invalid_client", () -> alpha.refresh(gone.refreshToken()));
        assertThat(state(gone)).isEmpty();
        assertThat(state(beta.refresh(kept.refreshToken()))).isPresent();
    }

    @Test
    void a_code_that_comes_twice_ends_what_it_gave() {
        String code = alpha.code(side.signIn(userId), "openid");
        Grant grant = alpha.exchange(code);
        refused("invalid_grant", () -> alpha.exchange(code));
        assertThat(state(grant)).isEmpty();
        refused("invalid_grant", () -> alpha.refresh(grant.refreshToken()));
        var ended =
                side.log.readAggregate(new AggregateId(WriteSide.INSTANCE, "oidc_session", grant.oidcSessionId()), 1);
        assertThat(ended.getLast().type()).isEqualTo("oidc_session.ended");
        assertThat(ended.getLast().payload()).contains("code_reuse");
    }

    @Test
    void a_refresh_token_is_good_once_and_its_reuse_kills_the_family() {
        Relying spa = Relying.with(side, "Single page", "AUTH_METHOD_TYPE_NONE");
        Grant first = spa.exchange(spa.code(side.signIn(userId), "openid"));
        Grant second = spa.refresh(first.refreshToken());
        refused("invalid_grant", () -> spa.refresh(first.refreshToken()));
        refused("invalid_grant", () -> spa.refresh(second.refreshToken()));
        assertThat(state(second)).isEmpty();
    }

    @Test
    void a_lost_answer_is_given_again_to_a_client_that_proves_itself() {
        Grant first = alpha.exchange(alpha.code(side.signIn(userId), "openid"));
        alpha.refresh(first.refreshToken());
        Grant again = alpha.refresh(first.refreshToken());
        assertThat(state(again)).isPresent();
        alpha.refresh(again.refreshToken());
        refused("invalid_grant", () -> alpha.refresh(first.refreshToken()));
    }

    @Test
    void a_revoked_token_is_good_for_nothing() {
        Grant grant = alpha.exchange(alpha.code(side.signIn(userId), "openid"));
        Relying beta = Relying.party(side, "Beta");
        refused(
                "invalid_grant",
                () -> side.oidc
                        .revocation()
                        .revokeRefreshToken(WriteSide.INSTANCE, beta.credential(), grant.refreshToken()));
        side.oidc.revocation().revokeRefreshToken(WriteSide.INSTANCE, alpha.credential(), grant.refreshToken());
        assertThat(state(grant)).isEmpty();
        refused("invalid_grant", () -> alpha.refresh(grant.refreshToken()));
        side.oidc.revocation().revokeRefreshToken(WriteSide.INSTANCE, alpha.credential(), "vr_unknown");
    }

    @Test
    void an_access_token_ends_with_its_lifetime() {
        Grant grant = alpha.exchange(alpha.code(side.signIn(userId), "openid"));
        assertThat(side.oidc.states().ofRefreshToken(WriteSide.INSTANCE, grant.refreshToken()))
                .isPresent();
        side.clock.advance(Duration.ofHours(12));
        assertThat(state(grant)).isEmpty();
        assertThat(side.oidc.states().ofRefreshToken(WriteSide.INSTANCE, grant.refreshToken()))
                .isPresent();
    }

    Optional<TokenState> state(Grant grant) {
        return side.oidc.states().ofAccessToken(WriteSide.INSTANCE, grant.oidcSessionId(), grant.accessTokenId());
    }

    List<String> logouts(String sessionId) {
        return side.log.readAggregate(new AggregateId(WriteSide.INSTANCE, "session_logout", sessionId), 1).stream()
                .map(RecordedEvent::type)
                .toList();
    }

    static void refused(String error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OAuthRefusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
