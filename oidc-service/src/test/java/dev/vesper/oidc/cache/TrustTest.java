package dev.vesper.oidc.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.cache.TrustedCache.Known;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DESIGN, section 6: when a cached answer counts. */
final class TrustTest {
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final Trust trust = new Trust(new TestClock(), Duration.ofSeconds(2), 2);
    private final Changes changes = new Changes(100, Duration.ofMinutes(1));
    private final TrustedCache<String> cache =
            new TrustedCache<>("test", 100, Duration.ofMinutes(1), trust, changes, new SimpleMeterRegistry());

    @BeforeEach
    void bothPartitionsLive() {
        live();
    }

    @Test
    void nothing_is_trusted_before_each_partition_gave_a_sign() {
        Trust fresh = new Trust(new TestClock(), Duration.ofSeconds(2), 2);
        fresh.sign(0, now, 10);

        assertThat(fresh.epoch()).isEmpty();
        fresh.sign(1, now, 10);
        assertThat(fresh.epoch()).isPresent();
    }

    @Test
    void a_cached_answer_counts_until_something_newer_is_heard() {
        keep("token", 10, "session/1");
        assertThat(cache.find("token")).contains("answer");

        changes.heard("session/2", 11);
        assertThat(cache.find("token")).contains("answer");
        changes.heard("session/1", 11);
        assertThat(cache.find("token")).isEmpty();
    }

    @Test
    void an_answer_older_than_what_was_heard_is_not_kept() {
        changes.heard("session/1", 11);
        keep("token", 10, "session/1");
        assertThat(cache.find("token")).isEmpty();

        keep("token", 11, "session/1");
        assertThat(cache.find("token")).contains("answer");
    }

    @Test
    void without_a_sign_for_two_seconds_on_any_partition_nothing_counts() {
        keep("token", 10, "session/1");
        now = now.plusSeconds(3);
        trust.sign(0, now, 10);

        assertThat(cache.find("token")).isEmpty();
    }

    @Test
    void what_was_cached_before_a_silence_does_not_count_after_it() {
        keep("token", 10, "session/1");
        now = now.plusSeconds(3);
        live();

        assertThat(trust.epoch()).isPresent();
        assertThat(cache.find("token")).isEmpty();
    }

    @Test
    void an_answer_that_was_asked_for_before_a_new_assignment_is_not_kept() {
        OptionalLong before = cache.epoch();
        trust.beginEpoch();
        live();
        cache.keep("token", "answer", new Known(10, List.of("session/1")), before);

        assertThat(cache.find("token")).isEmpty();
    }

    @Test
    void a_record_that_lay_long_proves_nothing() {
        trust.beginEpoch();
        trust.sign(0, now.minusSeconds(5), 10);
        trust.sign(1, now, 10);

        assertThat(trust.epoch()).isEmpty();
    }

    @Test
    void what_could_not_be_read_may_have_changed_anything() {
        keep("token", 10, "session/1");
        changes.heard("session/2", 11);
        changes.heardOfAnything();

        assertThat(cache.find("token")).isEmpty();
    }

    @Test
    void what_it_was_before_the_first_sign_of_any_partition_is_not_known() {
        trust.beginEpoch();
        trust.sign(0, now, 20);
        trust.sign(1, now, 30);
        trust.sign(0, now, 40);

        assertThat(trust.heardFrom()).isEqualTo(30);
        now = now.plusSeconds(3);
        trust.sign(1, now, 50);
        assertThat(trust.heardFrom()).isEqualTo(50);
    }

    private void live() {
        trust.sign(0, now, 10);
        trust.sign(1, now, 10);
    }

    private void keep(String key, long position, String subject) {
        cache.keep(key, "answer", new Known(position, List.of(subject)), cache.epoch());
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
