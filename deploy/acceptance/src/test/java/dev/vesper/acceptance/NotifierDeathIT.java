package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whenever the notifier dies, every app is told after its restart; 'told' is counted by the apps themselves. */
@Order(5)
@ExtendWith(WholeSystem.class)
final class NotifierDeathIT {
    private static final int DEATHS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"notifier.after-request", "notifier.after-claim", "notifier.after-post-before-record"})
    void a_notifier_that_dies_at_a_named_point_tells_every_app_after_its_restart(String point, Vesper vesper) {
        var deaths = new Deaths(vesper.stack(), Service.NOTIFIER);
        var apps = vesper.relyingParties(2);
        List<String> ended = new ArrayList<>();
        for (int death = 0; death < DEATHS; death++) {
            var person = vesper.person();
            var signedIn = person.signInTo(apps.getFirst());
            person.enter(apps.getLast());
            deaths.restartToDieAt(point, () -> person.signOutOf(apps.getFirst(), signedIn));
            ended.add(signedIn.sid());
        }

        vesper.stack().restart(Service.NOTIFIER, Map.of());

        ended.forEach(sessionId -> assertTold(vesper, apps, sessionId));
    }

    @Test
    void a_notifier_that_is_killed_during_its_sends_tells_every_app_after_its_restart(Vesper vesper) {
        var release = new CountDownLatch(1);
        var apps = vesper.relyingParties(2);
        apps.forEach(app -> app.inbox().answersFirst(1, Answer.silence(release)));
        var person = vesper.person();
        var signedIn = person.signInTo(apps.getFirst());
        person.enter(apps.getLast());
        person.signOutOf(apps.getFirst(), signedIn);
        apps.forEach(app -> Eventually.isTrue(
                LIMIT, "asked: " + app.app(), () -> !app.inbox().told().isEmpty()));

        vesper.stack().kill(Service.NOTIFIER);
        release.countDown();
        vesper.stack().restart(Service.NOTIFIER, Map.of());

        apps.forEach(app -> Eventually.isTrue(
                LIMIT, "told again: " + app.app(), () -> app.inbox().told().size() == 2));
        assertTold(vesper, apps, signedIn.sid());
    }

    private static void assertTold(Vesper vesper, List<RelyingParty> apps, String sessionId) {
        for (var app : apps) {
            Eventually.isTrue(
                    LIMIT,
                    app.app() + " is told of " + sessionId,
                    () -> app.inbox().told().stream()
                            .anyMatch(told ->
                                    app.validate(told).getSessionID().getValue().equals(sessionId)));
        }
        var rows = Eventually.becomes(
                LIMIT,
                "all shown as told",
                () -> vesper.admin().logouts(sessionId),
                all -> all.stream().allMatch(row -> row.path("state").asText().equals("sent")));
        assertThat(rows.stream().map(row -> row.path("clientId").asText()).collect(Collectors.toSet()))
                .isEqualTo(apps.stream().map(app -> app.app().clientId()).collect(Collectors.toSet()));
    }
}
