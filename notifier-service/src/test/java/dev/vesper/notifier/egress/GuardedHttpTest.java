package dev.vesper.notifier.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.config.NotifierConfig;
import dev.vesper.notifier.testbed.Configs;
import dev.vesper.notifier.testbed.RelyingParties;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GuardedHttpTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Vertx vertx = Vertx.vertx();
    private final RelyingParties apps = new RelyingParties();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        apps.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void the_connection_goes_to_the_address_that_was_checked_and_the_host_header_keeps_the_name() {
        URI uri = named("rp.example", "app");

        Answer answer = http(List.of("rp.example"), (_, _) -> List.of(HERE)).post(uri, "logout_token=t", Map.of());

        assertThat(answer).isInstanceOf(Answer.Answered.class);
        assertThat(apps.of("app").getFirst().headers().get("Host")).containsExactly("rp.example:" + uri.getPort());
    }

    @Test
    void a_name_that_leads_to_a_private_address_is_refused_and_nothing_is_sent() {
        Answer answer =
                http(List.of(), (_, _) -> List.of(HERE)).post(named("rp.example", "app"), "logout_token=t", Map.of());

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(apps.total()).isZero();
    }

    @Test
    void a_rehearsal_reaches_this_process_where_no_private_address_may_be_called() {
        GuardedHttp http = http(List.of(), (_, _) -> List.of(HERE));

        try (Mirror mirror = http.mirror()) {
            assertThat(http.post(mirror.uri("http"), "", Map.of())).isInstanceOf(Answer.Refused.class);
            assertThat(http.rehearse(mirror, "http", "logout_token=t", Map.of()))
                    .isInstanceOfSatisfying(
                            Answer.Answered.class,
                            answer -> assertThat(answer.status()).isEqualTo(200));
            assertThat(http.rehearse(mirror, "https", "logout_token=t", Map.of()))
                    .isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void a_name_is_looked_up_once_per_call_so_that_a_second_answer_cannot_lead_elsewhere() {
        int[] lookUps = new int[1];
        GuardedHttp http = http(List.of("loopback"), (_, _) -> {
            lookUps[0]++;
            return List.of(HERE);
        });

        http.post(named("rp.example", "app"), "logout_token=t", Map.of());

        assertThat(lookUps[0]).isEqualTo(1);
    }

    @Test
    void a_redirect_is_an_answer_and_is_not_followed() {
        apps.behave("app", (_, exchange) -> {
            exchange.getResponseHeaders().add("Location", apps.uri("other"));
            RelyingParties.respond(exchange, 307, "");
        });

        Answer answer = local().post(URI.create(apps.uri("app")), "logout_token=t", Map.of());

        assertThat(((Answer.Answered) answer).status()).isEqualTo(307);
        assertThat(apps.of("other")).isEmpty();
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        apps.behave("app", (_, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[8_192];
            try (var body = exchange.getResponseBody()) {
                while (end.getCount() > 0) {
                    body.write(chunk);
                }
            }
        });

        Answer answer = local().post(URI.create(apps.uri("app")), "logout_token=t", Map.of());

        assertThat(((Answer.Answered) answer).body().length()).isEqualTo(1_000);
    }

    @Test
    void who_does_not_answer_is_given_up_in_time() {
        apps.behave("app", (_, exchange) -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        long before = System.nanoTime();

        Answer answer = local().post(URI.create(apps.uri("app")), "logout_token=t", Map.of());

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(490), Duration.ofSeconds(3));
    }

    @Test
    void a_port_where_nobody_listens_and_a_name_that_nobody_knows_are_failures() {
        assertThat(local().post(URI.create("http://localhost:1/app"), "logout_token=t", Map.of()))
                .isInstanceOf(Answer.Failed.class);
        GuardedHttp nameless = http(List.of("loopback"), (host, _) -> {
            throw new UnknownHostException(host);
        });
        assertThat(nameless.post(named("rp.example", "app"), "logout_token=t", Map.of()))
                .isInstanceOf(Answer.Failed.class);
    }

    @Test
    void the_next_address_is_tried_where_no_connection_was_made() {
        InetAddress nobody = InetAddress.ofLiteral("127.0.0.99");

        Answer answer = http(List.of("loopback"), (_, _) -> List.of(nobody, HERE))
                .post(named("rp.example", "app"), "logout_token=t", Map.of());

        assertThat(answer).isInstanceOf(Answer.Answered.class);
    }

    private GuardedHttp local() {
        return http(List.of("loopback"), (_, _) -> List.of(HERE));
    }

    private GuardedHttp http(List<String> allow, GuardedHttp.LookUp lookUp) {
        NotifierConfig config = Configs.of(Map.of(
                "vesper.http.timeout", "500ms",
                "vesper.http.connect-timeout", "400ms",
                "vesper.http.max-response-bytes", "1000"));
        return new GuardedHttp(vertx, config.http(), new EgressGuard(allow, List.of()), lookUp, 4);
    }

    private URI named(String host, String clientId) {
        return URI.create(apps.uri(clientId).replace("localhost", host));
    }
}
