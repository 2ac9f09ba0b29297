package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way that Vesper is made for, by an HTTP client and an OpenID Connect library that nobody here wrote. */
@Order(1)
@ExtendWith(WholeSystem.class)
final class SignOutIT {
    private static final Duration VIEW_LIMIT = Duration.ofSeconds(5);

    @Test
    void whoever_signs_out_of_one_app_is_signed_out_of_the_other(Vesper vesper) {
        var person = vesper.person();
        var alpha = vesper.relyingParty();
        var beta = vesper.relyingParty();
        var atAlpha = person.signInTo(alpha);
        var atBeta = person.enter(beta);
        assertThat(atBeta.sid()).isEqualTo(atAlpha.sid());
        assertThat(atBeta.subject()).isEqualTo(person.account().userId());
        assertThat(alpha.isActive(atAlpha.tokens().getAccessToken())).isTrue();
        assertThat(beta.isActive(atBeta.tokens().getAccessToken())).isTrue();

        person.signOutOf(alpha, atAlpha);

        assertNothingIsLeft(beta, atBeta);
        assertNothingIsLeft(alpha, atAlpha);
        assertTold(beta, atBeta);
        assertTold(alpha, atAlpha);
        assertThat(becomeSent(vesper, atAlpha.sid()))
                .extracting(row -> row.path("clientId").asText())
                .containsExactlyInAnyOrder(alpha.app().clientId(), beta.app().clientId());
        assertThat(beta.inbox().told()).hasSize(1);
        assertThat(alpha.inbox().told()).hasSize(1);
    }

    @Test
    void whoever_signed_out_is_not_signed_in_silently_again(Vesper vesper) {
        var person = vesper.person();
        var alpha = vesper.relyingParty();
        var signedIn = person.signInTo(alpha);

        person.signOutOf(alpha, signedIn);

        var attempt = alpha.silentAttempt();
        assertThat(alpha.errorOf(attempt, person.passThrough(attempt.uri()))).isEqualTo("login_required");
        var session = vesper.admin().get("/admin/v1/sessions/" + signedIn.sid()).path("session");
        assertThat(session.path("active").asBoolean()).isFalse();
        assertThat(session.path("endReason").asText()).isEqualTo("rp");
    }

    private static void assertNothingIsLeft(RelyingParty app, SignedIn signedIn) {
        var refreshed = app.refresh(signedIn.tokens().getRefreshToken());
        assertThat(refreshed.indicatesSuccess()).isFalse();
        assertThat(refreshed.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
        assertThat(app.isActive(signedIn.tokens().getAccessToken())).isFalse();
        assertThat(app.isActive(signedIn.tokens().getRefreshToken())).isFalse();
    }

    private static void assertTold(RelyingParty app, SignedIn signedIn) {
        var told = Eventually.becomes(
                        Duration.ofSeconds(10),
                        "told " + app.app(),
                        () -> app.inbox().told(),
                        all -> !all.isEmpty())
                .getFirst();
        var claims = app.validate(told);
        assertThat(claims.getSessionID()).hasToString(signedIn.sid());
        assertThat(claims.getSubject()).hasToString(signedIn.subject());
    }

    private static List<JsonNode> becomeSent(Vesper vesper, String sessionId) {
        return Eventually.becomes(
                VIEW_LIMIT, "every app shown as told", () -> vesper.admin().logouts(sessionId), SignOutIT::areSent);
    }

    private static boolean areSent(List<JsonNode> rows) {
        return !rows.isEmpty()
                && rows.stream()
                        .allMatch(row -> row.path("state").asText().equals("sent")
                                && row.path("attempts").asInt() == 1
                                && row.path("lastStatus").asInt() == 200);
    }
}
