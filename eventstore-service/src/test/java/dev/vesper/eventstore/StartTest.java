package dev.vesper.eventstore;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class StartTest {
    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/health/started", management = true)
    URI started;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void a_started_service_says_that_it_lives_and_is_ready_and_shows_its_metrics() {
        when().get(live).then().statusCode(200).body("status", equalTo("UP"));
        when().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        when().get(started).then().statusCode(200).body("checks.name", hasItem("Migrations and setup are done"));
        when().get(metrics).then().statusCode(200).body(containsString("jvm_"));
    }
}
