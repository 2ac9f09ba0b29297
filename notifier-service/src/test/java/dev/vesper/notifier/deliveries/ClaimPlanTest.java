package dev.vesper.notifier.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.notifier.Surroundings;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import dev.vesper.notifier.testbed.TestBed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is finished costs a claim nothing: its plan never reads the table from end to end. */
final class ClaimPlanTest {
    private static final Statement FILL = new Statement("fill", """
            INSERT INTO notifier.deliveries (instance_id, id, kind, state, retrying, unverified, target, owner, request,
                requested_at, due_at, attempts, sequence, finished_at)
            SELECT 'i-1', n::text, 'security-event-token', CASE WHEN n % 20 = 0 THEN 'waiting' ELSE 'sent' END, FALSE,
                FALSE, 'https://t' || n % 50, 'org', '{}', now(), now(), 0, 1, CASE WHEN n % 20 = 0 THEN NULL ELSE now() END
            FROM generate_series(1, 20000) AS n
            """);
    private static final OffsetDateTime NOW = Surroundings.utc(Instant.parse("2030-01-01T00:00:00Z"));

    private static TestBed bed;

    @BeforeAll
    static void fill() {
        bed = new TestBed();
        bed.database().run(FILL);
        bed.database().run(new Statement("analyze", "ANALYZE notifier.deliveries"));
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void a_claim_steps_down_the_index_of_what_waits() {
        String plan = plan(
                "claim_due_deliveries",
                false,
                "",
                new String[] {"https://t7"},
                new Integer[] {0},
                NOW,
                10,
                10,
                UUID.randomUUID(),
                NOW,
                null);

        assertThat(plan).contains("deliveries_to_claim").doesNotContain("Seq Scan on deliveries");
    }

    @Test
    void a_rescue_and_an_expiry_step_down_indexes_of_their_own() {
        assertThat(plan("rescue_abandoned_deliveries", NOW, 10)).doesNotContain("Seq Scan on deliveries");
        assertThat(plan(
                        "claim_expired_deliveries",
                        "security-event-token",
                        NOW.minusYears(1),
                        10,
                        UUID.randomUUID(),
                        NOW))
                .contains("deliveries_to_expire")
                .doesNotContain("Seq Scan on deliveries");
    }

    private static String plan(String statement, @Nullable Object... values) {
        Database database = bed.database();
        var rows = database.run(
                new Statement("explain", "EXPLAIN " + Statement.named(statement).text()), values);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
