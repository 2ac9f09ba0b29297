package dev.vesper.eventstore.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.sql.Session;
import dev.vesper.eventstore.sql.Statement;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who writes and does not end holds back every reader, and is named. */
final class HorizonMetricsTest {
    private final TestLogs logs = TestLogs.create();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HorizonMetrics metrics = new HorizonMetrics(logs.sql(), meters);

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void a_transaction_that_stays_open_is_named_with_its_process_its_role_and_its_query_until_it_ends() {
        EventLog log = logs.log();
        Session culprit = logs.session(asked -> switch (asked) {
            case "begin" -> "BEGIN";
            case "end" -> "COMMIT";
            default ->
                "SELECT pg_backend_pid() AS pid, current_user::text AS role, pg_current_xact_id() AS held_by_a_report";
        });
        culprit.run(Statement.control("begin"));
        var row = culprit.run(Statement.control("draw")).iterator().next();
        log.push(Given.push(Given.session("held back")));
        assertThat(logs.globalReader(TestLogs.SQL).read(Cursor.START, 10).events())
                .isEmpty();

        metrics.runOnce();

        assertThat(held(row.getInteger("pid"))).hasValueSatisfying(gauge -> {
            assertThat(gauge.value()).isPositive();
            assertThat(gauge.getId().getTag("role")).isEqualTo(row.getString("role"));
            assertThat(gauge.getId().getTag("query")).contains("held_by_a_report");
        });
        culprit.run(Statement.control("end"));
        assertThat(logs.globalReader(TestLogs.SQL).read(Cursor.START, 10).events())
                .hasSize(1);
        metrics.runOnce();
        assertThat(held(row.getInteger("pid"))).isEmpty();
    }

    private Optional<Gauge> held(int pid) {
        return Optional.ofNullable(meters.find("vesper.log.horizon.age")
                .tag("pid", Integer.toString(pid))
                .gauge());
    }
}
