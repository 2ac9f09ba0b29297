package dev.vesper.oidc.endsession;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vesper.oidc.world.Backends;
import dev.vesper.oidc.world.World;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
final class RehearsalTest {
    private static final String ISSUER = "https://id.example.com";

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Inject
    Rehearsal rehearsal;

    @SuppressWarnings("NullAway.Init") // The test resource sets it.
    World world;

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void a_service_whose_backends_answer_is_ready() {
        when().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void a_rehearsal_goes_the_whole_way_of_a_sign_out_and_ends_nothing() {
        assertThat(rehearsal.run(World.INSTANCE, ISSUER)).isTrue();

        assertThat(world.terminations).isEmpty();
    }
}
