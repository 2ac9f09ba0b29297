package dev.vesper.oidc.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.events.KafkaRecords;
import dev.vesper.events.RecordedEvent;
import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.Browser;
import dev.vesper.oidc.world.Fixtures;
import dev.vesper.oidc.world.RelyingParty;
import dev.vesper.oidc.world.SignIns;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The caches of a pod, fed as from Kafka. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
final class ChangeFeedTest {
    @TestHTTPResource("/")
    URI home;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector connector;

    @Inject
    Trust trust;

    @BeforeEach
    void begin() {
        world.reset();
    }

    @AfterEach
    void forget() {
        trust.beginEpoch();
    }

    @Test
    void while_every_partition_lives_a_token_is_asked_about_once() {
        String token = signIn();
        watermarks();
        int asked = world.viewTokenQuestions + world.logTokenQuestions;

        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(world.viewTokenQuestions + world.logTokenQuestions).isEqualTo(asked + 1);
    }

    @Test
    void the_end_of_its_session_is_heard_and_the_token_counts_no_more_at_once() {
        String token = signIn();
        watermarks();
        assertThat(userinfo(token)).isEqualTo(200);
        String sessionId = world.sessions.keySet().iterator().next();
        world.sessions.replaceAll(
                (id, session) -> session.toBuilder().setActive(false).build());
        hear(event("session", sessionId, "session.terminated"));

        assertThat(userinfo(token)).isEqualTo(401);
    }

    @Test
    void while_kafka_is_silent_the_log_is_asked_and_nothing_is_cached() {
        String token = signIn();
        int asked = world.logTokenQuestions;

        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(world.logTokenQuestions).isEqualTo(asked + 2);
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

    private void watermarks() {
        for (int partition = 0; partition < 2; partition++) {
            send(partition, KafkaRecords.watermark(new Cursor(world.position(), 0)));
        }
    }

    private void hear(RecordedEvent event) {
        send(event.partition(), KafkaRecords.headers(event));
    }

    private RecordedEvent event(String aggregateType, String id, String type) {
        return new RecordedEvent(
                World.INSTANCE,
                aggregateType,
                id,
                type,
                2,
                1,
                Instant.now(),
                "",
                "oidc",
                "org-1",
                world.position() + 1,
                0,
                1);
    }

    private void send(int partition, Map<String, byte[]> headers) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach(all::add);
        var record = new ConsumerRecord<byte[], byte[]>(
                "vesper.events",
                partition,
                0,
                Instant.now().toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                all,
                java.util.Optional.empty());
        connector
                .source("changes")
                .send(new ConsumerRecords<>(
                        Map.of(new TopicPartition("vesper.events", partition), List.of(record)), Map.of()));
    }
}
