package dev.vesper.notifier;

import static dev.vesper.notifier.testbed.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.notifier.testbed.FakeServices;
import dev.vesper.notifier.testbed.RelyingParties;
import dev.vesper.notifier.testbed.RelyingParties.Received;
import dev.vesper.notifier.testbed.TestBed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the session's end in the topic to the app's own record of the token. */
final class LogoutTest {
    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed();
        bed.start(Map.of("vesper.notifications.circuit-failures", "0"));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void each_app_of_an_ended_session_gets_a_token_that_it_can_verify() throws Exception {
        bed.join("s-1", "alpha");
        bed.join("s-1", "beta");
        bed.end("s-1");

        until("both told", () -> told("alpha") == 1 && told("beta") == 1);
        SignedJWT token = SignedJWT.parse(bed.apps().of("alpha").getFirst().token());
        assertThat(token.verify(new RSASSAVerifier(FakeServices.RS256.toRSAPublicKey())))
                .isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
        assertThat(token.getHeader().getKeyID()).isEqualTo("rsa-1");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://login.example");
        assertThat(claims.getAudience()).containsExactly("alpha");
        assertThat(claims.getSubject()).isEqualTo("user-1");
        assertThat(claims.getStringClaim("sid")).isEqualTo("s-1");
        assertThat(claims.getJSONObjectClaim("events"))
                .containsOnlyKeys("http://schemas.openid.net/event/backchannel-logout");
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(claims.getExpirationTime().toInstant())
                .isBeforeOrEqualTo(claims.getIssueTime().toInstant().plusSeconds(120));
        until("the end is on record", () -> count("session_logout.back_channel.sent", "s-1") == 2);
    }

    @Test
    void an_app_that_answers_500_twice_is_told_at_the_third_attempt_with_a_fresh_token_each_time() throws Exception {
        bed.apps().behave("flaky", (call, exchange) -> RelyingParties.respond(exchange, call < 3 ? 500 : 200, ""));
        bed.join("s-2", "flaky");
        bed.end("s-2");

        until("the end is on record", () -> count("session_logout.back_channel.sent", "s-2") == 1);
        assertThat(told("flaky")).isEqualTo(3);
        Set<String> ids = new HashSet<>();
        for (Received received : bed.apps().of("flaky")) {
            ids.add(SignedJWT.parse(received.token()).getJWTClaimsSet().getJWTID());
        }
        assertThat(ids).hasSize(3);
        String notification = notificationOf("flaky");
        assertThat(bed.log().types(notification))
                .containsExactly(
                        "notification.requested",
                        "notification.retry.requested",
                        "notification.retry.requested",
                        "notification.sent");
    }

    @Test
    void an_app_that_hangs_delays_no_other() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        bed.apps().behave("hanging", (_, exchange) -> {
            await(released);
            RelyingParties.respond(exchange, 200, "");
        });
        try {
            bed.join("s-3", "hanging");
            bed.join("s-3", "quick");
            bed.end("s-3");
            until("the other is told", () -> told("quick") == 1);
            until("the end of the other is on record", () -> count("session_logout.back_channel.sent", "s-3") == 1);
            assertThat(bed.log().types(notificationOf("hanging"))).containsExactly("notification.requested");
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_trigger_that_comes_twice_makes_one_request() {
        bed.join("s-4", "once");
        bed.end("s-4");
        until("told", () -> told("once") == 1);
        bed.end("s-4");
        bed.join("s-4b", "other");
        bed.end("s-4b");
        until("what came later is told", () -> told("other") == 1);

        assertThat(told("once")).isEqualTo(1);
        assertThat(requests("once")).hasSize(1);
    }

    @Test
    void the_end_of_one_part_tells_only_that_app() {
        bed.join("s-5", "removed-app");
        bed.join("s-5", "kept-app");
        bed.endPart("s-5", "removed-app");

        until("told", () -> told("removed-app") == 1);
        assertThat(told("kept-app")).isZero();
    }

    @Test
    void a_refusal_of_the_token_is_final_and_on_record() {
        bed.apps().behave("refusing", (_, exchange) -> RelyingParties.respond(exchange, 400, "bad token"));
        bed.join("s-6", "refusing");
        bed.end("s-6");

        until("canceled", () -> count("session_logout.back_channel.canceled", "s-6") == 1);
        RecordedEvent canceled = bed.log().all("notification.canceled").stream()
                .filter(event -> event.aggregateId().equals(notificationOf("refusing")))
                .findFirst()
                .orElseThrow();
        assertThat(canceled.payload()).contains("\"httpStatus\":400").contains("bad token");
        assertThat(told("refusing")).isEqualTo(1);
    }

    @Test
    void a_redirect_is_not_followed() {
        bed.apps().behave("moved", (_, exchange) -> {
            exchange.getResponseHeaders().add("Location", bed.apps().uri("elsewhere"));
            RelyingParties.respond(exchange, 302, "");
        });
        bed.join("s-7", "moved");
        bed.end("s-7");

        until("canceled", () -> count("session_logout.back_channel.canceled", "s-7") == 1);
        assertThat(told("elsewhere")).isZero();
    }

    @Test
    void the_trace_of_the_sign_out_reaches_the_app() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        bed.join("s-8", "traced");
        bed.topic()
                .write("s-8", new SessionEvent.Terminated("https://login.example", "user"), Instant.now(), traceparent);

        until("told", () -> told("traced") == 1);
        assertThat(bed.apps().of("traced").getFirst().headers().get("Traceparent"))
                .singleElement()
                .asString()
                .contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void an_event_that_nobody_can_read_is_kept_and_stops_nothing() {
        bed.topic()
                .raw(
                        "instance-1/s-9",
                        Map.of(
                                "ce_type",
                                "session.invented",
                                "vesper_position",
                                "9000000000",
                                "vesper_in_tx_order",
                                "0"));
        bed.join("s-10", "after");
        bed.end("s-10");

        until("told", () -> told("after") == 1);
    }

    private static int told(String clientId) {
        return bed.apps().of(clientId).size();
    }

    private static long count(String type, String aggregateId) {
        return bed.log().types(aggregateId).stream().filter(type::equals).count();
    }

    private static List<RecordedEvent> requests(String clientId) {
        return bed.log().all("notification.requested").stream()
                .filter(event -> event.payload().contains("\"clientID\":\"" + clientId + "\""))
                .toList();
    }

    private static String notificationOf(String clientId) {
        return requests(clientId).getFirst().aggregateId();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
