package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.local.LocalStack.AnotherProcess;
import dev.vesper.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one process of oidc-service has ended counts at another, whose memory is warm, no more. */
@Order(4)
@ExtendWith(WholeSystem.class)
final class TwoPodsIT {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int REFUSED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    @Test
    void a_sign_out_at_one_pod_counts_at_the_other_with_kafka_and_without(Vesper vesper) {
        try (var other = vesper.stack().startAnother(Service.OIDC)) {
            var before = Warm.at(this, vesper, other);
            before.signsOutAndIsRefusedAt(this, other);

            var during = Warm.at(this, vesper, other);
            vesper.stack().stopKafka();
            try {
                during.signsOutAndIsRefusedAt(this, other);
            } finally {
                vesper.stack().startKafka();
            }
        }
    }

    /** Somebody whose token both pods have seen. */
    private record Warm(Person person, RelyingParty app, SignedIn signedIn) {
        static Warm at(TwoPodsIT test, Vesper vesper, AnotherProcess other) {
            var person = vesper.person();
            var app = vesper.relyingParty();
            var warm = new Warm(person, app, person.signInTo(app));
            for (int time = 0; time < 3; time++) {
                assertThat(test.userinfo(other, warm.token())).isEqualTo(200);
                assertThat(app.isActive(warm.signedIn().tokens().getAccessToken()))
                        .isTrue();
            }
            return warm;
        }

        void signsOutAndIsRefusedAt(TwoPodsIT test, AnotherProcess other) {
            person.signOutOf(app, signedIn);

            assertThat(app.refresh(signedIn.tokens().getRefreshToken()).indicatesSuccess())
                    .isFalse();
            assertThat(app.isActive(signedIn.tokens().getAccessToken())).isFalse();
            Eventually.isTrue(LIMIT, "the other pod refuses", () -> test.userinfo(other, token()) == REFUSED);
        }

        String token() {
            return signedIn.tokens().getAccessToken().getValue();
        }
    }

    private int userinfo(AnotherProcess pod, String token) {
        var request = HttpRequest.newBuilder(URI.create(pod.origin() + "/oidc/v1/userinfo"))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
