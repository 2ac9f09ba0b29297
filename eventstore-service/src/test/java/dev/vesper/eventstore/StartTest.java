package dev.vesper.eventstore;

import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.vesper.eventstore.log.Running;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
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

    @Inject
    DataSource database;

    @Test
    void a_started_service_says_that_it_lives_and_is_ready_and_shows_its_metrics() {
        when().get(live).then().statusCode(200).body("status", equalTo("UP"));
        when().get(ready).then().statusCode(200).body("status", equalTo("UP"));
        when().get(started).then().statusCode(200).body("checks.name", hasItem("Migrations and setup are done"));
        when().get(metrics).then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void operators_see_each_shard_and_the_transaction_that_holds_the_log_back() throws SQLException {
        awaitMetric("vesper_relay_leading\\{.*shard=\"0\".*} 1\\.0");
        awaitMetric("vesper_relay_lag_events\\{.*shard=\"0\".*} 0\\.0");
        awaitMetric("vesper_relay_oldest_age_seconds\\{.*shard=\"0\".*} 0\\.0");
        awaitMetric("vesper_relay_failures_total\\{.*shard=\"0\".*} ");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_current_xact_id() AS held_by_a_test");

            awaitMetric(
                    "vesper_log_horizon_age_seconds\\{.*pid=\"\\d+\",query=\"[^\"]*held_by_a_test\",role=\"\\w+\".*} ");
            connection.rollback();
        }
    }

    private void awaitMetric(String line) {
        Pattern pattern = Pattern.compile(line);
        Running.await(
                "the metrics show " + line,
                () -> pattern.matcher(when().get(metrics)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .find());
    }
}
