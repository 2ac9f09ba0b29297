package dev.vesper.eventstore.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LeaseTest {
    private final TestLogs logs = TestLogs.create();
    private final Lease one = new Lease(logs.sql(), "relay-0", "one", Duration.ofHours(1));
    private final Lease other = new Lease(logs.sql(), "relay-0", "other", Duration.ofHours(1));

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void is_held_by_one_until_it_gives_it_back() {
        assertThat(one.take()).hasValue(1);
        assertThat(other.take()).isEmpty();
        assertThat(one.renew(1)).isTrue();

        one.release(1);

        assertThat(other.take()).hasValue(2);
        assertThat(one.renew(1)).isFalse();
        assertThat(one.take()).isEmpty();
    }

    @Test
    void runs_out_by_the_clock_of_the_database_though_its_holder_sleeps() {
        assertThat(one.take()).hasValue(1);

        logs.adHoc("UPDATE eventstore.leases SET expires_at = clock_timestamp()")
                .run(Statement.of("an hour later"));

        assertThat(one.renew(1)).isFalse();
        assertThat(other.take()).hasValue(2);
    }

    @Test
    void the_same_holder_takes_it_again_with_a_new_epoch() {
        assertThat(one.take()).hasValue(1);

        assertThat(one.take()).hasValue(2);
        assertThat(one.renew(1)).isFalse();
    }
}
