package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One slow or dead relying party slows nobody else, least of all the person who signs out. */
@Order(2)
@ExtendWith(WholeSystem.class)
final class FailingReceiversIT {
    /** What {@link Vesper} sets as {@code vesper.http.timeout}: so long a call to an app that hangs stays open. */
    private static final Duration HANGS_FOR = Duration.ofSeconds(3);

    private static final Duration RETRY_LIMIT = Duration.ofSeconds(30);

    @Test
    void an_app_that_answers_500_twice_is_told_at_the_third_attempt(Vesper vesper) {
        var person = vesper.person();
        var app = vesper.relyingParty();
        app.inbox().answersFirst(2, Answer.status(500));
        var signedIn = person.signInTo(app);

        person.signOutOf(app, signedIn);

        Eventually.isTrue(
                RETRY_LIMIT, "three attempts", () -> app.inbox().told().size() == 3);
        var row = Eventually.becomes(
                RETRY_LIMIT,
                "shown as told",
                () -> vesper.admin().logouts(signedIn.sid()).getFirst(),
                logout -> logout.path("state").asText().equals("sent"));
        assertThat(row.path("attempts").asInt()).isEqualTo(3);
        assertThat(row.path("lastStatus").asInt()).isEqualTo(200);
        assertThat(app.inbox().told())
                .hasSize(3)
                .extracting(told -> app.validate(told).getJWTID().getValue())
                .doesNotHaveDuplicates();
    }

    @Test
    void an_app_that_closes_the_connection_is_told_again(Vesper vesper) {
        var person = vesper.person();
        var app = vesper.relyingParty();
        app.inbox().answersFirst(1, Answer.refusal());
        var signedIn = person.signInTo(app);

        person.signOutOf(app, signedIn);

        Eventually.isTrue(
                RETRY_LIMIT,
                "shown as told at the second attempt",
                () -> vesper.admin().logouts(signedIn.sid()).stream()
                        .anyMatch(row -> row.path("state").asText().equals("sent")
                                && row.path("attempts").asInt() == 2));
        assertThat(app.inbox().told()).hasSize(2);
    }

    @Test
    void an_app_that_hangs_delays_neither_the_person_nor_the_other_apps(Vesper vesper) {
        var person = vesper.person();
        var release = new CountDownLatch(1);
        var hanging = vesper.relyingParty();
        hanging.inbox().answersFirst(1, Answer.silence(release));
        var signedIn = person.signInTo(hanging);
        var others = vesper.relyingParties(3);
        others.forEach(app -> person.enter(app));

        person.signOutOf(hanging, signedIn);
        long answered = System.nanoTime();

        for (var app : others) {
            Eventually.isTrue(
                    RETRY_LIMIT, "told: " + app.app(), () -> !app.inbox().told().isEmpty());
        }
        Eventually.isTrue(
                RETRY_LIMIT,
                "the hanging app is asked",
                () -> !hanging.inbox().told().isEmpty());
        long givenUp = hanging.inbox().told().getFirst().atNanos() + HANGS_FOR.toNanos();
        assertThat(answered).isLessThan(givenUp);
        assertThat(others)
                .allSatisfy(app ->
                        assertThat(app.inbox().told().getFirst().atNanos()).isLessThan(givenUp));
        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
        Eventually.isTrue(
                RETRY_LIMIT,
                "the hanging app is told at last",
                () -> hanging.inbox().told().size() == 2);
    }
}
