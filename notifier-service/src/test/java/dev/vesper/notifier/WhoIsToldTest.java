package dev.vesper.notifier;

import static dev.vesper.notifier.testbed.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.FakeServices;
import dev.vesper.notifier.testbed.RelyingParties;
import dev.vesper.notifier.testbed.TestBed;
import dev.vesper.proto.admin.v1.BackChannelLogoutClaims;
import dev.vesper.proto.admin.v1.LogoutSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which apps are told, where, and in whose name. */
final class WhoIsToldTest {
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed();
        bed.start(Map.of(
                "vesper.notifications.repeat-after", "300ms",
                "vesper.notifications.requeue-every", "200ms",
                "vesper.notifications.security-event-token.tell-reason", "true",
                "vesper.notifications.remember-for", "1ms"));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void an_app_that_joined_just_before_the_end_is_told_once_more_and_the_logout_counts_once() {
        bed.services().register("late", bed.apps().uri("late"), "RS256");
        bed.joinAt("s-1", "late", Instant.now());
        bed.end("s-1");

        until("told twice", () -> bed.apps().of("late").size() == 2);
        until("both on record", () -> requests("late") == 2 && sent() >= 2);
        assertThat(bed.log().types("s-1")).containsExactly("session_logout.back_channel.sent");
    }

    @Test
    void while_the_feature_is_off_nobody_is_told_and_nothing_is_requested() {
        bed.services().backChannelLogout(false);
        try {
            bed.join("s-2", "silent");
            until("the app is known", () -> registrations("s-2") == 1);
            bed.end("s-2");
            until("the end was handled", () -> registrations("s-2") == 0);
        } finally {
            bed.services().backChannelLogout(true);
        }
        assertThat(requests("silent")).isZero();
        assertThat(bed.apps().of("silent")).isEmpty();
    }

    @Test
    void an_end_that_overtakes_its_registration_waits_for_it() {
        bed.endPart("s-3", "overtaken");
        bed.join("s-3", "overtaken");

        until("told", () -> bed.apps().of("overtaken").size() == 1);
    }

    @Test
    void an_app_is_told_where_it_is_registered_now() {
        bed.join("s-4", "moving");
        bed.services().register("moving", bed.apps().uri("new-place"), "RS256");
        bed.end("s-4");

        until("told", () -> bed.apps().of("new-place").size() == 1);
        assertThat(bed.apps().of("moving")).isEmpty();
    }

    @Test
    void an_app_that_is_removed_is_told_where_it_was_last() {
        bed.join("s-5", "gone");
        bed.services().remove("gone");
        bed.end("s-5");

        until("told", () -> bed.apps().of("gone").size() == 1);
    }

    @Test
    void an_app_that_nobody_can_ask_for_is_told_where_it_was_at_sign_in() {
        bed.joinAt("s-6", "unasked", Instant.EPOCH);
        bed.end("s-6");

        until("told", () -> bed.apps().of("unasked").size() == 1);
    }

    @Test
    void an_app_that_took_its_uri_back_is_not_told_and_that_is_on_record() {
        bed.join("s-7", "withdrawn");
        bed.services().register("withdrawn", "", "RS256");
        bed.end("s-7");

        until("canceled", () -> bed.log().types("s-7").contains("session_logout.back_channel.canceled"));
        assertThat(bed.apps().of("withdrawn")).isEmpty();
    }

    @Test
    void the_token_is_signed_with_the_algorithm_of_the_apps_id_tokens() throws Exception {
        bed.joinAt("s-8", "elliptic", Instant.EPOCH);
        bed.services().register("elliptic", bed.apps().uri("elliptic"), "ES256");
        bed.end("s-8");

        until("told", () -> bed.apps().of("elliptic").size() == 1);
        SignedJWT token = SignedJWT.parse(bed.apps().of("elliptic").getFirst().token());
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(token.verify(new ECDSAVerifier(FakeServices.ES256.toECPublicKey())))
                .isTrue();
    }

    @Test
    void where_no_browser_ended_the_session_the_issuer_is_that_of_the_apps_id_token() throws Exception {
        bed.join("s-9", "by-admin");
        bed.log()
                .write(
                        TestBed.oidcSession("s-9", "by-admin"),
                        new OidcSessionEvent.Added(
                                "user-1",
                                "org-1",
                                "s-9",
                                "by-admin",
                                "project-1",
                                "app-1",
                                List.of(),
                                List.of(),
                                List.of(),
                                Instant.EPOCH,
                                null,
                                "https://other-domain.example"));
        bed.topic().write("s-9", new SessionEvent.Terminated(null, "admin"));
        bed.join("s-10", "unknown-origin");
        bed.topic().write("s-10", new SessionEvent.Terminated(null, "expired"));

        until(
                "told",
                () -> bed.apps().of("by-admin").size() == 1
                        && bed.apps().of("unknown-origin").size() == 1);
        assertThat(issuer("by-admin")).isEqualTo("https://other-domain.example");
        assertThat(issuer("unknown-origin")).isEqualTo("https://id.example");
    }

    @Test
    void a_retry_after_the_person_has_signed_in_again_names_the_old_session_alone() throws Exception {
        bed.join("s-11", "failing");
        bed.apps().behave("failing", (call, exchange) -> {
            if (call == 1) {
                bed.services().signIn("s-12", "user-1", "failing");
            }
            RelyingParties.respond(exchange, call == 1 ? 503 : 200, "");
        });
        bed.end("s-11");

        until("told again", () -> bed.apps().of("failing").size() == 2);
        assertThat(claims("failing", 0).getSubject()).isEqualTo("user-1");
        assertThat(claims("failing", 1).getSubject()).isNull();
        assertThat(claims("failing", 1).getStringClaim("sid")).isEqualTo("s-11");
    }

    @Test
    void a_retry_names_the_person_while_they_have_not_signed_in_again() throws Exception {
        bed.join("s-13", "flaky");
        bed.apps().behave("flaky", (call, exchange) -> RelyingParties.respond(exchange, call == 1 ? 503 : 200, ""));
        bed.end("s-13");

        until("told again", () -> bed.apps().of("flaky").size() == 2);
        assertThat(claims("flaky", 1).getSubject()).isEqualTo("user-1");
    }

    @Test
    void the_token_says_why_the_session_ended_where_that_is_wanted() throws Exception {
        bed.join("s-14", "curious");
        bed.log().write("s-14", new SessionEvent.Terminated("https://login.example", "admin"));

        until("told", () -> bed.apps().of("curious").size() == 1);
        assertThat(claims("curious", 0).getStringClaim("reason")).isEqualTo("admin");
    }

    @Test
    void an_app_is_told_of_the_reasons_that_it_wants_and_the_others_are_on_record_as_unwanted() {
        bed.join("s-15", "choosy");
        bed.join("s-16", "choosy");
        bed.services()
                .prefer(
                        "choosy",
                        LogoutSettings.newBuilder()
                                .addBackChannelReasons("user_locked")
                                .build());
        bed.log().write("s-15", new SessionEvent.Terminated(null, "user"));
        bed.log().write("s-16", new SessionEvent.Terminated(null, "user_locked"));

        until("canceled", () -> bed.log().types("s-15").contains("session_logout.back_channel.canceled"));
        until("told", () -> bed.log().types("s-16").contains("session_logout.back_channel.sent"));
        assertThat(bed.apps().of("choosy")).hasSize(1);
    }

    @Test
    void a_token_names_what_the_app_wants_and_the_end_of_one_session_always_the_session() throws Exception {
        bed.join("s-17", "sid-only");
        bed.services().prefer("sid-only", naming(BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SID));
        bed.join("s-18", "sub-only");
        bed.services().prefer("sub-only", naming(BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SUB));
        bed.join("s-19", "sub-only");
        bed.services().prefer("sub-only", naming(BackChannelLogoutClaims.BACK_CHANNEL_LOGOUT_CLAIMS_SUB));
        bed.log().write("s-17", new SessionEvent.Terminated(null, "user"));
        bed.log().write("s-18", new SessionEvent.Terminated(null, "user"));
        until(
                "told",
                () -> bed.apps().of("sid-only").size()
                                + bed.apps().of("sub-only").size()
                        == 2);
        bed.log().write("s-19", new SessionEvent.Terminated(null, "user_removed"));
        until("told", () -> bed.apps().of("sub-only").size() == 2);

        assertThat(claims("sid-only", 0).getSubject()).isNull();
        assertThat(claims("sid-only", 0).getStringClaim("sid")).isEqualTo("s-17");
        assertThat(claims("sub-only", 0).getSubject()).isEqualTo("user-1");
        assertThat(claims("sub-only", 0).getStringClaim("sid")).isEqualTo("s-18");
        assertThat(claims("sub-only", 1).getSubject()).isEqualTo("user-1");
        assertThat(claims("sub-only", 1).getClaim("sid")).isNull();
    }

    private static LogoutSettings naming(BackChannelLogoutClaims claims) {
        return LogoutSettings.newBuilder().setBackChannelClaims(claims).build();
    }

    private static JWTClaimsSet claims(String clientId, int call) throws Exception {
        return SignedJWT.parse(bed.apps().of(clientId).get(call).token()).getJWTClaimsSet();
    }

    private static String issuer(String clientId) throws Exception {
        return SignedJWT.parse(bed.apps().of(clientId).getFirst().token())
                .getJWTClaimsSet()
                .getIssuer();
    }

    private static long requests(String clientId) {
        return bed.log().all("notification.requested").stream()
                .filter(event -> event.payload().contains("\"clientID\":\"" + clientId + "\""))
                .count();
    }

    private static long registrations(String sessionId) {
        return bed.database()
                .run(
                        new Statement("count", "SELECT count(*) FROM notifier.registrations WHERE session_id = $1"),
                        sessionId)
                .iterator()
                .next()
                .getLong(0);
    }

    private static int sent() {
        return bed.log().all("notification.sent").size();
    }
}
