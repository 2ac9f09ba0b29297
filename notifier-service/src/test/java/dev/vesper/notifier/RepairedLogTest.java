package dev.vesper.notifier;

import static dev.vesper.notifier.testbed.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.TestBed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log lost commits that this service has seen, and was repaired, one way or the other. */
@Timeout(90)
final class RepairedLogTest {
    private static final Map<String, String> NO_WORKERS =
            Map.of("vesper.notifications.workers", "0", "vesper.notifications.retry-workers", "0");
    private static final Map<String, String> SHORT_LEASES = Map.of(
            "vesper.notifications.transaction-duration", "700ms",
            "vesper.notifications.requeue-every", "50ms",
            "vesper.internal.retry-for", "300ms");

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
    void what_comes_back_is_told_once_and_nobody_is_told_again() {
        bed.start(SHORT_LEASES);
        endSession("s-1", "alpha");
        until("alpha is told", () -> recorded() == 1);

        bed.log().waitForRepair(true);
        endSession("s-2", "beta");
        until("the end has been read", () -> rows("SELECT count(*) FROM notifier.ends") == 1);
        bed.log().waitForRepair(false);

        until("beta is told", () -> recorded() == 2);
        assertThat(bed.apps().of("alpha")).hasSize(1);
        assertThat(bed.apps().of("beta")).hasSize(1);
    }

    @Test
    void a_delivery_waits_for_its_request_as_long_as_it_may_come_back() {
        Notifier first = bed.start(NO_WORKERS);
        endSession("s-1", "alpha");
        until("scheduled", () -> unfinished() == 1);
        first.close();
        bed.log().waitForRepair(true);
        List<RecordedEvent> lost = bed.log().lose(RepairedLogTest::isOfNotification);
        doubtEachDelivery();

        bed.start(SHORT_LEASES);
        until("it is looked up again and again", () -> bed.log().unanswered() >= 3);
        assertThat(bed.apps().total()).isZero();
        assertThat(unfinished()).isEqualTo(1);
        bed.log().bringBack(lost);
        bed.log().waitForRepair(false);

        until("alpha is told", () -> recorded() == 1);
        assertThat(bed.apps().total()).isEqualTo(1);
        assertThat(bed.log().all("notification.requested")).hasSize(1);
    }

    @Test
    void what_is_forgotten_is_not_told_and_what_comes_later_is_told_once() {
        Notifier telling = bed.start(SHORT_LEASES);
        endSession("s-1", "alpha");
        until("alpha is told", () -> recorded() == 1);
        telling.close();
        Notifier scheduling = bed.start(NO_WORKERS);
        endSession("s-2", "beta");
        until("scheduled", () -> unfinished() == 1);
        scheduling.close();

        List<RecordedEvent> lost = bed.log().lose(event -> isOfNotification(event) && isOfBeta(event));
        assertThat(lost).hasSize(1);
        bed.topic()
                .fillAnew(event -> !event.aggregateId().startsWith("s-2")
                        && !event.aggregateId().equals(lost.getFirst().aggregateId()));
        bed.database().run(new Statement("restart", "UPDATE notifier.checkpoints SET next_offset = 0"));
        doubtEachDelivery();
        bed.start(SHORT_LEASES);
        endSession("s-3", "gamma");

        until("gamma is told", () -> recorded() == 2);
        until("nothing is left", () -> unfinished() == 0);
        assertThat(bed.apps().of("alpha")).hasSize(1);
        assertThat(bed.apps().of("beta")).isEmpty();
        assertThat(bed.apps().of("gamma")).hasSize(1);
        assertThat(bed.log().types(lost.getFirst().aggregateId()))
                .as("nothing is recorded of what never happened")
                .isEmpty();
        until(
                "the checkpoints are above the raised base",
                () -> rows("SELECT max(position) FROM notifier.checkpoints") > 1_000_000);
    }

    private static boolean isOfNotification(RecordedEvent event) {
        return event.aggregateType().equals("notification");
    }

    private static boolean isOfBeta(RecordedEvent event) {
        return event.payload().contains("beta");
    }

    private void endSession(String sessionId, String clientId) {
        bed.join(sessionId, clientId);
        bed.end(sessionId);
    }

    /** As docs/restore-and-failover.md has it. */
    private void doubtEachDelivery() {
        bed.database()
                .run(new Statement(
                        "doubt",
                        "UPDATE notifier.deliveries SET unverified = TRUE WHERE state IN ('waiting', 'running')"));
    }

    private int recorded() {
        return bed.log().all("session_logout.back_channel.sent").size();
    }

    private long unfinished() {
        return rows("SELECT count(*) FROM notifier.deliveries WHERE state IN ('waiting', 'running')");
    }

    private long rows(String sql) {
        return bed.database().run(new Statement("count", sql)).iterator().next().getLong(0);
    }
}
