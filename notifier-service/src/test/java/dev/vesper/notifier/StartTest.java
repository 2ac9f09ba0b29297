package dev.vesper.notifier;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.vesper.notifier.config.NotifierConfig;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class StartTest {
    @TestHTTPResource(value = "/health", management = true)
    URI health;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    NotifierConfig config;

    @Test
    void a_started_service_says_that_it_lives_and_is_ready_and_shows_its_metrics() {
        when().get(health).then().statusCode(200).body("status", equalTo("UP"));
        when().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("vesper_notifications_in_flight"))
                .body(containsString("vesper_notifications_circuits_open"));
    }

    @Test
    void the_running_service_has_the_defaults_of_the_contract() {
        assertThat(config.notifications().workers()).isEqualTo(1);
        assertThat(config.notifications().securityEventToken().maxAttempts()).isZero();
    }
}
