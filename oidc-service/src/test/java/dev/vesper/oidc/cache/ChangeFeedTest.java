package dev.vesper.oidc.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Eventually;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The caches of a pod, and the Kafka that keeps them true. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class ChangeFeedTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @Inject
    Configuration configuration;

    @Inject
    Trust trust;

    @SuppressWarnings("NullAway.Init")
    private KafkaProducer<byte[], byte[]> relay;

    @BeforeEach
    void begin() {
        world.reset();
        relay = new KafkaProducer<>(
                Map.of("bootstrap.servers", configuration.kafka().bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void forget() {
        relay.close(Duration.ofSeconds(5));
        trust.beginEpoch();
    }

    @Test
    void while_every_partition_lives_a_token_is_asked_about_once() {
        String token = signIn();
        awaitTrust();
        int asked = world.viewTokenQuestions + world.logTokenQuestions;

        assertThat(userinfo(token)).isEqualTo(200);
        watermarks();
        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(world.viewTokenQuestions + world.logTokenQuestions).isEqualTo(asked + 1);
    }

    @Test
    void the_end_of_its_session_is_heard_and_the_token_counts_no_more() {
        String token = signIn();
        awaitTrust();
        assertThat(userinfo(token)).isEqualTo(200);
        String sessionId = world.sessions.keySet().iterator().next();
        world.sessions.replaceAll(
                (id, session) -> session.toBuilder().setActive(false).build());
        send(1, KafkaRecords.headers(terminated(sessionId)));

        Eventually.holds(Duration.ofSeconds(10), () -> userinfo(token) == 401);
    }

    @Test
    void what_this_pod_ended_itself_counts_no_more_without_a_word_from_kafka() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            var tokens = alpha.exchange(SignIns.as(browser, "ada", "analytical", alpha.authorize()))
                    .getOIDCTokens();
            String token = tokens.getAccessToken().getValue();
            awaitTrust();
            assertThat(userinfo(token)).isEqualTo(200);
            var _ = browser.get("/oidc/v1/end_session?id_token_hint=" + tokens.getIDTokenString());

            assertThat(userinfo(token)).isEqualTo(401);
        }
    }

    @Test
    void while_kafka_is_silent_the_log_is_asked_and_nothing_is_cached() {
        String token = signIn();
        int asked = world.logTokenQuestions;

        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(world.logTokenQuestions).isEqualTo(asked + 2);
    }

    @Test
    void a_view_that_was_behind_when_this_pod_began_to_listen_is_not_believed() {
        String token = signIn();
        awaitTrust();
        world.viewLag = world.position();
        int asked = world.logTokenQuestions;

        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(world.logTokenQuestions).isEqualTo(asked + 1);
    }

    private String signIn() {
        RelyingParty alpha = new RelyingParty(home, Fixtures.ALPHA);
        try (Browser browser = new Browser(home)) {
            return alpha.exchange(SignIns.as(browser, "ada", "analytical", alpha.authorize()))
                    .getOIDCTokens()
                    .getAccessToken()
                    .getValue();
        }
    }

    private static int userinfo(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/oidc/v1/userinfo")
                .statusCode();
    }

    private void awaitTrust() {
        Eventually.holds(Duration.ofSeconds(30), () -> {
            watermarks();
            return trust.epoch().isPresent();
        });
    }

    private void watermarks() {
        for (int partition = 0; partition < configuration.kafka().partitions(); partition++) {
            send(partition, KafkaRecords.watermark(new Cursor(world.position(), 0)));
        }
    }

    private RecordedEvent terminated(String sessionId) {
        return new RecordedEvent(
                World.INSTANCE,
                "session",
                sessionId,
                "session.terminated",
                2,
                1,
                Instant.now(),
                "{\"reason\":\"user\"}",
                "oidc",
                "org-1",
                world.position() + 1,
                0,
                1);
    }

    private void send(int partition, Map<String, byte[]> headers) {
        var record =
                new ProducerRecord<byte[], byte[]>(configuration.kafka().topic(), partition, new byte[0], new byte[0]);
        headers.forEach(record.headers()::add);
        var _ = relay.send(record);
    }
}
