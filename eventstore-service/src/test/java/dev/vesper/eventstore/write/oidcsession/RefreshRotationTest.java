package dev.vesper.eventstore.write.oidcsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.eventstore.write.DeciderSpec;
import dev.vesper.eventstore.write.oidcsession.OidcSessionCommand.Refresh;
import dev.vesper.eventstore.write.oidcsession.OidcSessionCommand.Reuse;
import dev.vesper.eventstore.write.oidcsession.OidcSessionCommand.Successor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefreshRotationTest {
    private static final DeciderSpec<OidcSessionCommand, OidcSessionState, OidcSessionEvent> GRANT = new DeciderSpec<>(
            OidcSessionDecider.initialState(), OidcSessionDecider::decide, OidcSessionDecider::evolve);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<String> SCOPE = List.of("openid", "profile");
    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Reuse STRICT = new Reuse(false, null, Duration.ofSeconds(10));

    private static final OidcSessionEvent ADDED = new OidcSessionEvent.Added(
            "u1", "o1", "s1", "c1", "p1", "a1", List.of("c1"), SCOPE, List.of("pwd"), NOON, null, "https://id");
    private static final OidcSessionEvent ACCESS = new OidcSessionEvent.AccessTokenAdded("at0", SCOPE, NOON.plus(HOUR));
    private static final OidcSessionEvent FIRST =
            new OidcSessionEvent.RefreshTokenAdded("r1", "hash1", NOON.plus(IDLE), NOON.plus(Duration.ofDays(90)));
    private static final OidcSessionEvent SECOND =
            new OidcSessionEvent.RefreshTokenRenewed("r2", "r1", "hash2", NOON.plus(IDLE));

    @Test
    void the_current_token_is_replaced_by_a_successor() {
        GRANT.given(ADDED, ACCESS, FIRST)
                .when(refresh("r1", "hash1", List.of(), STRICT, NOON))
                .then(
                        new OidcSessionEvent.RefreshTokenRenewed("r9", "r1", "hash9", NOON.plus(IDLE)),
                        new OidcSessionEvent.AccessTokenAdded("at9", SCOPE, NOON.plus(HOUR)));
    }

    @Test
    void a_token_that_was_replaced_kills_its_family_and_what_it_gave() {
        GRANT.given(ADDED, ACCESS, FIRST, SECOND)
                .when(refresh("r1", "hash1", List.of(), STRICT, NOON))
                .then(
                        new OidcSessionEvent.RefreshTokenRevoked("reuse"),
                        new OidcSessionEvent.AccessTokenRevoked("at0", "reuse"));
    }

    @Test
    void an_authenticated_client_whose_answer_was_lost_gets_another_successor() {
        var lost = new Reuse(true, NOON, Duration.ofSeconds(10));
        var given = GRANT.given(ADDED, ACCESS, FIRST, SECOND);
        assertThat(RefreshRotation.grants(given.when(refresh("r1", "hash1", List.of(), lost, NOON.plusSeconds(10)))
                        .events()))
                .isTrue();
        assertThat(RefreshRotation.grants(given.when(refresh("r1", "hash1", List.of(), lost, NOON.plusSeconds(11)))
                        .events()))
                .isFalse();
    }

    @Test
    void a_lost_answer_is_not_believed_when_its_successor_was_used() {
        var lost = new Reuse(true, NOON, Duration.ofSeconds(10));
        var third = new OidcSessionEvent.RefreshTokenRenewed("r3", "r2", "hash3", NOON.plus(IDLE));
        assertThat(RefreshRotation.grants(GRANT.given(ADDED, ACCESS, FIRST, SECOND, third)
                        .when(refresh("r1", "hash1", List.of(), lost, NOON))
                        .events()))
                .isFalse();
    }

    @Test
    void a_forged_token_harms_nobody() {
        refused(
                GRANT.given(ADDED, ACCESS, FIRST).when(refresh("r1", "wrong", List.of(), STRICT, NOON)),
                "invalid_grant");
        refused(
                GRANT.given(ADDED, ACCESS, FIRST).when(refresh("rx", "hash1", List.of(), STRICT, NOON)),
                "invalid_grant");
    }

    @Test
    void a_token_expires_when_idle_and_at_the_latest_with_its_family() {
        var late = NOON.plus(IDLE);
        refused(
                GRANT.given(ADDED, ACCESS, FIRST).when(refresh("r1", "hash1", List.of(), STRICT, late)),
                "invalid_grant");
        var nearTheEnd = NOON.plus(Duration.ofDays(29));
        var shortFamily =
                new OidcSessionEvent.RefreshTokenAdded("r1", "hash1", NOON.plus(IDLE), NOON.plus(Duration.ofDays(30)));
        var renewed = (OidcSessionEvent.RefreshTokenRenewed) GRANT.given(ADDED, ACCESS, shortFamily)
                .when(refresh("r1", "hash1", List.of(), STRICT, nearTheEnd))
                .events()
                .getFirst();
        assertThat(renewed.idleExpiresAt()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    }

    @Test
    void a_scope_can_shrink_and_not_grow() {
        var given = GRANT.given(ADDED, ACCESS, FIRST);
        var smaller = given.when(refresh("r1", "hash1", List.of("openid"), STRICT, NOON))
                .events();
        assertThat(((OidcSessionEvent.AccessTokenAdded) smaller.get(1)).scope()).containsExactly("openid");
        refused(given.when(refresh("r1", "hash1", List.of("openid", "email"), STRICT, NOON)), "invalid_scope");
    }

    @Test
    void nothing_comes_of_a_family_that_was_revoked_or_a_grant_that_ended() {
        refused(
                GRANT.given(ADDED, ACCESS, FIRST, new OidcSessionEvent.RefreshTokenRevoked("reuse"))
                        .when(refresh("r1", "hash1", List.of(), STRICT, NOON)),
                "invalid_grant");
        refused(
                GRANT.given(ADDED, ACCESS, FIRST, new OidcSessionEvent.Ended("app_removed"))
                        .when(refresh("r1", "hash1", List.of(), STRICT, NOON)),
                "invalid_grant");
    }

    @Test
    void revoking_leaves_out_what_has_expired() {
        GRANT.given(ADDED, ACCESS, FIRST)
                .when(new OidcSessionCommand.Revoke("revoked", NOON.plus(HOUR)))
                .then(new OidcSessionEvent.RefreshTokenRevoked("revoked"));
        GRANT.given(ADDED, ACCESS)
                .when(new OidcSessionCommand.RevokeAccessToken("at0", "revoked"))
                .then(new OidcSessionEvent.AccessTokenRevoked("at0", "revoked"));
        GRANT.given(ADDED, ACCESS, new OidcSessionEvent.AccessTokenRevoked("at0", "revoked"))
                .when(new OidcSessionCommand.RevokeAccessToken("at0", "revoked"))
                .nothing();
    }

    @Test
    void a_grant_ends_once() {
        GRANT.given(ADDED)
                .when(new OidcSessionCommand.End("app_removed"))
                .then(new OidcSessionEvent.Ended("app_removed"));
        GRANT.given(ADDED, new OidcSessionEvent.Ended("app_removed"))
                .when(new OidcSessionCommand.End("app_removed"))
                .nothing();
    }

    private static void refused(
            DeciderSpec<OidcSessionCommand, OidcSessionState, OidcSessionEvent>.Then then, String error) {
        assertThatThrownBy(then::events)
                .isInstanceOfSatisfying(
                        OAuthRefusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(error));
    }

    private static Refresh refresh(String id, String hash, List<String> scope, Reuse reuse, Instant now) {
        return new Refresh(id, hash, scope, new Successor("r9", "hash9", IDLE, "at9", HOUR), reuse, now);
    }
}
