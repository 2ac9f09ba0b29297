package dev.vesper.eventstore.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.log.PushOutcome.ConstraintTaken;
import dev.vesper.eventstore.log.PushOutcome.Ended;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.PushOutcome.WrongSequence;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.log.UniqueConstraint;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody can tell what was archived, but by looking into the tables. */
final class ArchivistTest {
    private Archive archive;

    @BeforeEach
    void start() {
        archive = new Archive();
    }

    @AfterEach
    void stop() {
        archive.close();
    }

    @Test
    void moves_what_is_finished_and_leaves_the_rest() {
        archive.push("auth_request", "seen", "auth_request.added", "auth_request.succeeded");
        archive.push("notification", "sent", "notification.requested", "notification.sent");
        archive.push("notification", "canceled", "notification.requested", "notification.canceled");
        archive.push("notification", "pending", "notification.requested", "notification.retry.requested");
        archive.grant("ended", "s1", Archive.ONLINE, new Marker(new Subject("i1", "oidc_session", "ended"), "revoked"));
        archive.grant("over", "s2", Archive.ONLINE, new Marker(new Subject("i1", "session", "s2"), "user"));
        archive.grant("offline", "s3", Archive.OFFLINE, new Marker(new Subject("i1", "session", "s3"), "user"));
        archive.grant("live", "s4", Archive.ONLINE);
        archive.push("user", "u1", "user.human.added");
        archive.everybodyPassed();

        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();

        assertThat(archive.archived()).containsExactlyInAnyOrder("seen", "sent", "canceled", "ended", "over");
    }

    @Test
    void moves_nothing_that_is_young() {
        archive.push("auth_request", "young", "auth_request.added");
        archive.everybodyPassed();

        archive.archivist(Duration.ofDays(1), TestLogs.SQL).runOnce();

        assertThat(archive.archived()).isEmpty();
    }

    @Test
    void moves_nothing_that_somebody_has_yet_to_pass() {
        archive.push("auth_request", "passed", "auth_request.added");
        archive.push("auth_request", "half", "auth_request.added");
        Pushed half = archive.push("user", "between", "user.added");
        archive.push("auth_request", "half", "auth_request.succeeded");
        archive.everybodyPassed();

        archive.passed(
                "relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)", half);
        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archive.archived()).containsExactly("passed");

        archive.logs
                .adHoc("DELETE FROM eventstore.automation_cursors WHERE name = 'b'")
                .run(Statement.of("lag"));
        archive.passed(
                "relay_cursors (shard, epoch, topic_id, \"position\", in_tx_order) VALUES (0, 1, 't', %d, 0)",
                archive.last());
        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archive.archived()).as("one automation has not begun").containsExactly("passed");
    }

    @Test
    void nothing_that_reads_or_pushes_can_tell() {
        var name = new UniqueConstraint.Add("i1", "name", "taken", "TAKEN");
        Subject subject = new Subject("i1", "oidc_session", "g");
        archive.grant("g", "s", Archive.ONLINE, new Marker(subject, "revoked"));
        archive.log.push(Push.of(Given.id(), Archive.append("notification", "n", "notification.requested"))
                .constraining(name));
        archive.push("notification", "n", "notification.sent");
        IntStream.range(0, 30).forEach(n -> archive.push("auth_request", "a" + n % 7, "auth_request.added"));
        archive.push("notification", "n2", "notification.requested", "notification.sent");
        archive.everybodyPassed();
        List<List<RecordedEvent>> before = archive.reads();

        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();

        assertThat(archive.archived()).contains("g", "n", "a1");
        assertThat(archive.reads()).isEqualTo(before);
        assertThat(archive.log.latestSequence(Archive.id("notification", "n"))).isEqualTo(2);
        assertThat(archive.log.push(Push.of(
                        Given.id(), Archive.append(Expectation.NONE, "notification", "n", "notification.sent"))))
                .isEqualTo(new WrongSequence(Archive.id("notification", "n"), -1, 2));
        assertThat(archive.log.push(Push.of(Given.id(), Archive.append("user", "x", "user.added"))
                        .constraining(name)))
                .isEqualTo(new ConstraintTaken(name));
        assertThat(archive.log.push(Push.of(Given.id(), Archive.append("user", "x", "user.added"))
                        .requiring(new NotEnded(subject, 0))))
                .isInstanceOf(Ended.class);
        archive.push("notification", "n", "notification.canceled");
        assertThat(archive.log.readAggregate(Archive.id("notification", "n"), 0))
                .as("goes on where it was")
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void the_tables_themselves_refuse_every_other_way() {
        archive.push("auth_request", "kept", "auth_request.added");
        archive.everybodyPassed();

        assertRefused("DELETE FROM eventstore.events2");
        assertRefused("UPDATE eventstore.events2 SET creator = 'me'");
        assertRefused("""
                WITH moved AS (DELETE FROM eventstore.events2 RETURNING *)
                INSERT INTO eventstore.archived_events
                SELECT instance_id, aggregate_type, aggregate_id, event_type, "sequence", revision, created_at, payload,
                    'somebody else', "owner", "position", in_tx_order, partition FROM moved
                """);
        archive.archivist(Duration.ZERO, TestLogs.SQL).runOnce();
        assertThat(archive.archived()).containsExactly("kept");
        assertRefused("DELETE FROM eventstore.archived_events");
        assertRefused("UPDATE eventstore.archived_events SET creator = 'me'");
    }

    private void assertRefused(String statement) {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> archive.logs.adHoc(statement).run(Statement.of("tamper")))
                .withMessageContaining("never changed");
    }
}
