package dev.vesper.notifier.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WorkersTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private WorkerTestBed bed;

    @BeforeEach
    void start() {
        bed = new WorkerTestBed();
    }

    @AfterEach
    void stop() {
        bed.close();
    }

    @Test
    void what_one_process_has_claimed_another_does_not_get() {
        var one = bed.process(Map.of("vesper.notifications.bulk-limit", "3"));
        var other = bed.process(Map.of("vesper.notifications.bulk-limit", "3"));
        request(5, "https://a.example");

        assertThat(one.claimFirst.runOnce()).isEqualTo(3);
        assertThat(other.claimFirst.runOnce()).isEqualTo(2);
        assertThat(one.claimed).doesNotContainAnyElementsOf(other.claimed);
    }

    @Test
    void a_claim_takes_no_more_of_a_target_than_its_cap_and_serves_the_others() {
        var process = bed.process(
                Map.of("vesper.notifications.bulk-limit", "10", "vesper.notifications.max-in-flight-per-target", "2"));
        request(50, "https://busy.example");
        bed.request("i-1", "quiet", "https://quiet.example");

        assertThat(process.claimFirst.runOnce()).isEqualTo(3);
        assertThat(process.claimed).extracting(Delivery::id).contains("quiet");
        assertThat(process.claimFirst.runOnce()).isZero();
        process.runAll();
        assertThat(process.claimFirst.runOnce()).isEqualTo(2);
    }

    @Test
    void no_target_is_served_twice_before_another_had_its_turn() {
        var process = bed.process(
                Map.of("vesper.notifications.bulk-limit", "2", "vesper.notifications.max-in-flight-per-target", "2"));
        request(4, "https://a.example");
        bed.request("i-1", "of-b", "https://b.example");

        process.claimFirst.runOnce();
        process.runAll();
        process.claimFirst.runOnce();

        assertThat(process.claimed).extracting(Delivery::id).contains("of-b");
    }

    @Test
    void a_crash_after_the_claim_is_rescued_when_the_lease_is_over_and_not_before() {
        var crashed = bed.process(Map.of());
        var other = bed.process(Map.of());
        bed.request("i-1", "n-1", "https://a.example");
        crashed.claimFirst.runOnce();

        bed.clock.advance(LEASE.minusSeconds(1));
        assertThat(other.rescue.runOnce()).isZero();
        bed.clock.advance(Duration.ofSeconds(1));
        assertThat(other.rescue.runOnce()).isEqualTo(1);
        other.claimFirst.runOnce();
        other.runAll();

        assertThat(bed.sent).containsExactly("n-1");
        assertThat(bed.state("n-1")).isEqualTo("sent");
    }

    @Test
    void a_paused_worker_that_wakes_after_its_lease_records_nothing() {
        var paused = bed.process(Map.of());
        var other = bed.process(Map.of());
        bed.request("i-1", "n-1", "https://a.example");
        paused.claimFirst.runOnce();
        bed.answer(_ -> {
            bed.clock.advance(LEASE);
            bed.answer(_ -> new Outcome.Done(200));
            other.rescue.runOnce();
            other.claimFirst.runOnce();
            other.runAll();
            return new Outcome.Permanent("permanent", "answered 400", 400);
        });

        paused.runAll();

        assertThat(bed.bed.log().types("n-1")).containsExactly("notification.requested", "notification.sent");
        assertThat(bed.state("n-1")).isEqualTo("sent");
    }

    @Test
    void a_worker_whose_delivery_was_recorded_by_another_is_refused_by_the_log() {
        var slow = bed.process(Map.of());
        bed.request("i-1", "n-1", "https://a.example");
        slow.claimFirst.runOnce();
        Delivery claimed = slow.claimed.peek();
        slow.runAll();

        slow.run.runOnce(claimed);

        assertThat(bed.bed.log().types("n-1")).containsExactly("notification.requested", "notification.sent");
        assertThat(bed.state("n-1")).isEqualTo("sent");
    }

    @Test
    void a_push_whose_answer_was_lost_is_repeated_and_written_once() {
        var process = bed.process(Map.of());
        bed.request("i-1", "n-1", "https://a.example");
        process.claimFirst.runOnce();
        bed.bed.log().loseNextAnswers(2);

        process.runAll();

        assertThat(bed.bed.log().types("n-1")).containsExactly("notification.requested", "notification.sent");
        assertThat(bed.state("n-1")).isEqualTo("sent");
    }

    @Test
    void a_rescued_delivery_that_was_recorded_is_not_sent_again() {
        var crashed = bed.process(Map.of());
        var other = bed.process(Map.of());
        bed.request("i-1", "n-1", "https://a.example");
        crashed.claimFirst.runOnce();
        Delivery claimed = crashed.claimed.peek();
        crashed.runAll();
        bed.database.run(
                new Statement(
                        "lose the row's update",
                        "UPDATE notifier.deliveries SET state = 'running', finished_at = NULL, lease_holder = $1, lease_until = $2"),
                claimed.lease().holder(),
                Surroundings.utc(claimed.lease().until()));

        bed.clock.advance(LEASE);
        other.rescue.runOnce();
        other.claimFirst.runOnce();
        other.claimRetries.runOnce();
        other.runAll();

        assertThat(bed.sent).containsExactly("n-1");
        assertThat(bed.state("n-1")).isEqualTo("sent");
    }

    @Test
    void attempts_that_are_used_up_cancel() {
        var process = bed.process(Map.of("vesper.notifications.security-event-token.max-attempts", "2"));
        bed.request("i-1", "n-1", "https://a.example");
        bed.answer(_ -> Outcome.Temporary.ofTarget("refused"));

        process.claimFirst.runOnce();
        process.runAll();
        bed.clock.advance(Duration.ofMinutes(1));
        process.claimRetries.runOnce();
        process.runAll();

        assertThat(bed.bed.log().types("n-1"))
                .containsExactly("notification.requested", "notification.retry.requested", "notification.canceled");
        assertThat(bed.bed.log().all("notification.canceled").getFirst().payload())
                .contains("max_attempts");
    }

    @Test
    void the_time_to_live_counts_from_the_request_and_what_expires_is_canceled_with_an_event() {
        var process = bed.process(Map.of("vesper.notifications.security-event-token.max-ttl", "5m"));
        bed.request("i-1", "n-1", "https://a.example");
        bed.answer(_ -> Outcome.Temporary.ofTarget("refused"));
        process.claimFirst.runOnce();
        process.runAll();

        bed.clock.advance(Duration.ofMinutes(5));
        assertThat(process.claimExpired.runOnce()).isEqualTo(1);
        process.runAll();

        assertThat(bed.sent).containsExactly("n-1");
        assertThat(bed.bed.log().all("notification.canceled").getFirst().payload())
                .contains("max_ttl");
        assertThat(bed.state("n-1")).isEqualTo("canceled");
    }

    @Test
    void an_open_circuit_counts_no_attempt_and_lets_one_at_a_time_try() {
        var process = bed.process(Map.of(
                "vesper.notifications.circuit-failures", "3",
                "vesper.notifications.circuit-open-for", "5s",
                "vesper.notifications.bulk-limit", "3"));
        request(6, "https://dead.example");
        bed.answer(_ -> Outcome.Temporary.ofTarget("refused"));
        process.claimFirst.runOnce();
        process.runAll();

        assertThat(process.claimFirst.runOnce()).isZero();
        bed.clock.advance(Duration.ofSeconds(5));
        assertThat(process.claimFirst.runOnce()).isEqualTo(1);
        bed.answer(_ -> new Outcome.Done(200));
        process.runAll();
        assertThat(process.claimFirst.runOnce()).isEqualTo(2);
        assertThat(bed.sent).hasSize(4);
    }

    @Test
    void what_expires_behind_an_open_circuit_is_canceled() {
        var process = bed.process(Map.of(
                "vesper.notifications.circuit-failures", "1",
                "vesper.notifications.circuit-open-for", "1h",
                "vesper.notifications.bulk-limit", "1",
                "vesper.notifications.security-event-token.max-ttl", "5m"));
        request(2, "https://dead.example");
        bed.answer(_ -> Outcome.Temporary.ofTarget("refused"));
        process.claimFirst.runOnce();
        process.runAll();
        bed.clock.advance(Duration.ofMinutes(5));

        process.claimExpired.runOnce();
        process.claimExpired.runOnce();
        process.runAll();

        assertThat(bed.bed.log().all("notification.canceled")).hasSizeGreaterThanOrEqualTo(1);
        assertThat(bed.sent).hasSize(1);
    }

    @Test
    void the_fallback_looks_only_at_instances_that_had_an_event_lately_when_so_configured() {
        var process = bed.process(Map.of("vesper.notifications.handle-active-instances", "1m"));
        bed.request("active", "n-1", "https://a.example");
        bed.request("asleep", "n-2", "https://a.example");
        bed.database.run(
                Statement.named("note_active_instances"),
                new String[] {"active"},
                Surroundings.utc(bed.clock.instant()));

        assertThat(process.claimFirst.runFallback()).isEqualTo(1);
        assertThat(process.claimed).extracting(Delivery::instanceId).containsExactly("active");
        assertThat(process.claimFirst.runOnce()).isEqualTo(1);
    }

    @Test
    void thousands_of_deliveries_are_each_claimed_once_by_four_processes() throws InterruptedException {
        Map<String, String> values = Map.of(
                "vesper.notifications.bulk-limit", "20",
                "vesper.notifications.max-in-flight", "100000",
                "vesper.notifications.max-in-flight-per-target", "100000");
        List<WorkerTestBed.Pod> processes =
                List.of(bed.process(values), bed.process(values), bed.process(values), bed.process(values));
        for (int target = 0; target < 4; target++) {
            request(500, "https://t" + target + ".example");
        }

        List<Thread> threads = processes.stream()
                .map(process -> Thread.ofPlatform().start(() -> {
                    int emptyRounds = 0;
                    while (emptyRounds < 3) {
                        emptyRounds = process.claimFirst.runOnce() == 0 ? emptyRounds + 1 : 0;
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(30));
        }

        Map<String, Integer> claims = new HashMap<>();
        processes.forEach(process -> process.claimed.forEach(delivery -> claims.merge(delivery.id(), 1, Integer::sum)));
        assertThat(claims).hasSize(2_000);
        assertThat(claims.values()).containsOnly(1);
    }

    private void request(int number, String target) {
        for (int i = 0; i < number; i++) {
            bed.request("i-1", target.substring(8) + "-" + i, target);
        }
    }
}
