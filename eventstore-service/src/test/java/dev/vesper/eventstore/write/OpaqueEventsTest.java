package dev.vesper.eventstore.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.OrgEvent;
import dev.vesper.eventstore.ManualClock;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.log.Given;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.OrgState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpaqueEventsTest {
    private static final AggregateId ORG = new AggregateId("i1", "org", "o1");
    private static final AggregateKind<Integer, OrgEvent> COUNTED =
            AggregateKind.of("org", OrgEvent.class, 0, (count, event) -> count + 1);

    @Test
    void what_came_with_another_systems_log_takes_its_sequence_and_changes_no_state() {
        var log = new FakeEventLog(new ManualClock(Instant.EPOCH));
        var journal = new Journal((instanceId, userId) -> Optional.empty());
        var aggregates = new Aggregates(log, journal, 10);
        push(
                log,
                Expectation.NONE,
                new NewEvent("org.domain.added", 1001, "{\"theirs\":1}"),
                new NewEvent("org.dreamt", 1002, ""));
        push(log, Expectation.exactly(2), journal.encode(ORG, new OrgEvent.Changed("ours")));

        Loaded<Integer> loaded = aggregates.load(COUNTED, "i1", "o1");

        assertThat(loaded.state()).isEqualTo(1);
        assertThat(loaded.sequence()).isEqualTo(3);
        assertThat(aggregates.history(ORG)).hasSize(1);
    }

    @Test
    void what_is_read_of_it_changes_the_state_like_our_own() {
        var log = new FakeEventLog(new ManualClock(Instant.EPOCH));
        var aggregates = new Aggregates(log, new Journal((_, _) -> Optional.empty()), 10);
        push(
                log,
                Expectation.NONE,
                new NewEvent("org.added", 1001, "{\"name\":\"ACME\"}"),
                new NewEvent("org.deactivated", 1001, ""));

        Loaded<OrgState> loaded = aggregates.load(OrgDecider.KIND, "i1", "o1");

        assertThat(loaded.state().present()).isTrue();
        assertThat(loaded.state().active()).isFalse();
        assertThat(loaded.sequence()).isEqualTo(2);
    }

    private static void push(FakeEventLog log, Expectation expectation, NewEvent... events) {
        log.push(Push.of(Given.id(), new Append(ORG, "o1", "u1", expectation, List.of(events))));
    }
}
