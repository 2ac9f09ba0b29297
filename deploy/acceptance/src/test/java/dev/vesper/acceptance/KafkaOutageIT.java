package dev.vesper.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People sign out while the broker is down: nobody has to wait for it, and no app is left untold. */
@Order(4)
@ExtendWith(WholeSystem.class)
final class KafkaOutageIT {
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final int PEOPLE = 5;

    @Test
    void sign_outs_during_ten_seconds_without_kafka_reach_every_app_afterwards(Vesper vesper) {
        var apps = vesper.relyingParties(2);
        List<SignedInPerson> people = new ArrayList<>();
        for (int each = 0; each < PEOPLE; each++) {
            var person = vesper.person();
            var signedIn = person.signInTo(apps.getFirst());
            person.enter(apps.getLast());
            people.add(new SignedInPerson(person, signedIn));
        }
        var topic = vesper.topic();
        var before = topic.end();

        vesper.stack().stopKafka();
        try {
            signOutSpreadOver(OUTAGE, people, apps.getFirst());
            assertThat(Service.values())
                    .allSatisfy(service -> assertThat(
                                    Http.get(vesper.probe(service, "ready")).status())
                            .as("%s without Kafka", service.module())
                            .isEqualTo(200));
        } finally {
            vesper.stack().startKafka();
        }

        for (var app : apps) {
            var sessions = people.stream().map(each -> each.signedIn().sid()).toList();
            Eventually.isTrue(
                    RECOVERY,
                    app.app() + " is told of all",
                    () -> app.inbox().told().stream()
                            .map(told -> app.validate(told).getSessionID().getValue())
                            .toList()
                            .containsAll(sessions));
        }
        assertThat(topic.since(before)).extracting(RecordedEvent::cursor).doesNotHaveDuplicates();
    }

    private static void signOutSpreadOver(Duration time, List<SignedInPerson> people, RelyingParty app) {
        long began = System.nanoTime();
        for (int index = 0; index < people.size(); index++) {
            long due = began + time.toNanos() * index / people.size();
            Eventually.isTrue(time, "the next sign-out is due", () -> System.nanoTime() >= due);
            people.get(index).person().signOutOf(app, people.get(index).signedIn());
        }
        Eventually.isTrue(time, "the outage is over", () -> System.nanoTime() >= began + time.toNanos());
    }

    private record SignedInPerson(Person person, SignedIn signedIn) {}
}
