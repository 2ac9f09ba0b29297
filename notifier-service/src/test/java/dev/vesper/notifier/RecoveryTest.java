package dev.vesper.notifier;

import static dev.vesper.notifier.testbed.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.TestBed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was begun is finished, whoever died in between. 'Told' is counted in the apps' own records. */
final class RecoveryTest {
    private static final Map<String, String> SHORT_LEASES =
            Map.of("vesper.notifications.transaction-duration", "800ms", "vesper.notifications.requeue-every", "100ms");

    private TestBed bed;

    @BeforeEach
    void start() {
        bed = new TestBed();
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void a_crash_after_the_request_and_before_the_schedule_tells_each_app_once() {
        bed.start(SHORT_LEASES, dyingOnceAt(KillPoint.AFTER_REQUEST));
        endASessionOfTwoApps();

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 2);
        assertThat(bed.apps().total()).isEqualTo(2);
        assertThat(bed.log().all("notification.requested")).hasSize(2);
    }

    @Test
    void a_crash_after_the_claim_tells_each_app_once() {
        bed.start(SHORT_LEASES, dyingOnceAt(KillPoint.AFTER_CLAIM));
        endASessionOfTwoApps();

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 2);
        assertThat(bed.apps().total()).isEqualTo(2);
    }

    @Test
    void a_crash_after_the_post_and_before_its_record_tells_again_and_records_once() {
        bed.start(SHORT_LEASES, dyingOnceAt(KillPoint.AFTER_POST));
        bed.join("s-1", "alpha");
        bed.end("s-1");

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 1);
        assertThat(bed.apps().total()).isEqualTo(2);
        assertThat(bed.log().all("notification.sent")).hasSize(1);
    }

    @Test
    void a_log_that_does_not_answer_for_a_while_delays_and_loses_nothing() {
        bed.log().failNext(40);
        bed.start(Map.of("vesper.internal.retry-for", "200ms", "vesper.notifications.requeue-every", "100ms"));
        endASessionOfTwoApps();

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 2);
        assertThat(bed.log().all("notification.requested")).hasSize(2);
    }

    @Test
    void a_schedule_that_was_lost_is_made_again_from_the_topic_and_the_log_and_nobody_is_told_again() {
        Notifier first = bed.start(Map.of());
        endASessionOfTwoApps();
        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 2);
        first.close();
        bed.database()
                .run(new Statement(
                        "lose all",
                        "TRUNCATE notifier.checkpoints, notifier.registrations, notifier.ends, notifier.deliveries"));

        bed.start(Map.of());
        bed.join("s-2", "gamma");
        bed.end("s-2");

        until("what came later is told", () -> bed.apps().of("gamma").size() == 1);
        until("the schedule is whole", () -> finishedRows() == 3);
        assertThat(bed.apps().of("alpha")).hasSize(1);
        assertThat(bed.apps().of("beta")).hasSize(1);
    }

    @Test
    void two_processes_tell_a_thousand_apps_once_each() {
        Map<String, String> patient =
                Map.of("vesper.notifications.max-in-flight-per-target", "50", "vesper.http.timeout", "20s");
        bed.start(patient);
        bed.start(patient);
        for (int session = 0; session < 50; session++) {
            for (int app = 0; app < 20; app++) {
                bed.join("s-" + session, "app-" + session + "-" + app);
            }
        }
        for (int session = 0; session < 50; session++) {
            bed.end("s-" + session);
        }

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 1_000);
        assertThat(bed.log().all("notification.sent")).hasSize(1_000);
        assertThat(bed.log().all("notification.retry.requested")).isEmpty();
        assertThat(bed.apps().total()).isEqualTo(1_000);
    }

    @Test
    void a_process_without_workers_sends_nothing_and_one_without_handlers_sends_what_others_requested() {
        bed.start(Map.of("vesper.notifications.workers", "0", "vesper.notifications.retry-workers", "0"));
        endASessionOfTwoApps();
        until("scheduled", () -> rows("SELECT count(*) FROM notifier.deliveries WHERE state = 'waiting'") == 2);
        assertThat(bed.apps().total()).isZero();

        bed.start(Map.of("vesper.notifications.handlers", "0"));

        until(
                "recorded",
                () -> bed.log().all("session_logout.back_channel.sent").size() == 2);
        assertThat(bed.apps().total()).isEqualTo(2);
    }

    private void endASessionOfTwoApps() {
        bed.join("s-1", "alpha");
        bed.join("s-1", "beta");
        bed.end("s-1");
    }

    private long finishedRows() {
        return rows("SELECT count(*) FROM notifier.deliveries WHERE state = 'sent'");
    }

    private long rows(String sql) {
        return bed.database().run(new Statement("count", sql)).iterator().next().getLong(0);
    }

    /** In a test the process cannot halt; what it had in memory is lost all the same. */
    private static KillPoint dyingOnceAt(String point) {
        AtomicBoolean died = new AtomicBoolean();
        return new KillPoint(Optional.of(point), () -> {
            if (died.compareAndSet(false, true)) {
                throw new IllegalStateException("died " + point);
            }
        });
    }
}
