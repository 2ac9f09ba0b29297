package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Expectation.NONE;
import static dev.vesper.eventstore.log.Given.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How every log is read through a filter. */
abstract class FilterContract {
    abstract EventLog log();

    Pushed pushed(Push push) {
        return (Pushed) log().push(push);
    }

    @Test
    void reads_the_global_order_through_a_filter() {
        pushed(push(new AggregateId("i3", "org", "r1"), NONE, 2));
        pushed(push(new AggregateId("i3", "user", "r2"), NONE, 3));
        pushed(push(new AggregateId("i4", "user", "r2"), NONE, 1));

        var all = log().read(LogQuery.builder().instance("i3").build()).toList();
        assertThat(all).extracting(RecordedEvent::aggregateType).containsExactly("org", "org", "user", "user", "user");
        assertThat(all).extracting(RecordedEvent::cursor).isSorted().doesNotHaveDuplicates();
        assertThat(log().read(LogQuery.builder()
                        .instance("i3")
                        .aggregateTypes(List.of("user"))
                        .limit(2)
                        .build()))
                .isEqualTo(all.subList(2, 4));
        assertThat(log().read(LogQuery.builder()
                        .instance("i3")
                        .after(all.get(1).cursor())
                        .build()))
                .isEqualTo(all.subList(2, 5));
        assertThat(log().read(LogQuery.builder().instance("i3").newestFirst().build()))
                .isEqualTo(all.reversed());
        assertThat(log().read(LogQuery.builder().aggregateIds(List.of("r2")).build()))
                .hasSize(4);
        assertThat(log().read(LogQuery.builder()
                        .instance("i3")
                        .eventTypes(List.of("none"))
                        .build()))
                .isEmpty();
        assertThat(log().read(LogQuery.builder().instance("i3").owner("org2").build()))
                .isEmpty();
        assertThat(log().read(LogQuery.builder().instance("i3").creator("user1").build()))
                .hasSize(5);
        assertThat(log().read(LogQuery.builder()
                        .instance("i3")
                        .createdFrom(all.getFirst().createdAt())
                        .build()))
                .hasSize(5);
        assertThat(log().read(LogQuery.builder()
                        .instance("i3")
                        .createdBefore(all.getFirst().createdAt())
                        .build()))
                .isEmpty();
    }

    @Test
    void reads_what_lies_between_two_places_in_both_directions() {
        pushed(push(new AggregateId("i5", "org", "s1"), NONE, 6));
        var all = log().read(LogQuery.builder().instance("i5").build()).toList();
        Cursor second = all.get(1).cursor();
        Cursor fifth = all.get(4).cursor();

        var between = LogQuery.builder().instance("i5");
        assertThat(log().read(between.after(second).until(fifth).build())).isEqualTo(all.subList(2, 4));
        assertThat(log().read(between.after(fifth).until(second).newestFirst().build()))
                .isEqualTo(all.subList(2, 4).reversed());
    }

    @Test
    void finds_events_by_what_their_payload_contains() {
        AggregateId aggregate = new AggregateId("i5", "user", "s2");
        pushed(Given.with(
                push(aggregate),
                List.of(
                        new NewEvent("user.added", 1, "{\"a\":{\"b\":1,\"c\":[1,2]},\"d\":\"x\"}"),
                        new NewEvent("user.added", 1, "{\"a\":{\"b\":2},\"d\":\"x\"}"),
                        new NewEvent("user.added", 1, ""))));

        var ofUsers = LogQuery.builder().instance("i5").aggregateTypes(List.of("user"));
        assertThat(log().read(ofUsers.payloadContains("{\"d\":\"x\"}").build())).hasSize(2);
        assertThat(log().read(ofUsers.payloadContains("{\"a\":{\"c\":[2]}}").build()))
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L);
        assertThat(log().read(ofUsers.payloadContains("{\"a\":{\"b\":3}}").build()))
                .isEmpty();
    }

    @Test
    void names_the_field_of_a_query_that_makes_no_sense() {
        assertInvalid("payload_contains", LogQuery.builder().instance("i1").payloadContains("{\"a\":1}"));
        assertInvalid(
                "payload_contains",
                LogQuery.builder().aggregateTypes(List.of("user")).payloadContains("{\"a\":1}"));
        assertInvalid(
                "payload_contains",
                LogQuery.builder()
                        .instance("i1")
                        .eventTypes(List.of("user.added"))
                        .payloadContains("[1]"));
        assertInvalid("limit", LogQuery.builder().limit(-1));
        assertInvalid("after", LogQuery.builder().after(new Cursor(-5, 0)));
        assertInvalid("creator", LogQuery.builder().creator("a\0b"));
        assertInvalid("aggregate_ids[1]", LogQuery.builder().aggregateIds(List.of("a", "x".repeat(256))));
        assertInvalid("event_types", LogQuery.builder().eventTypes(Collections.nCopies(1001, "e")));
        assertInvalid("created_from", LogQuery.builder().createdFrom(Instant.MAX));
    }

    private void assertInvalid(String field, LogQuery.Builder query) {
        assertThatExceptionOfType(InvalidQuery.class)
                .isThrownBy(() -> log().read(query.build()))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo(field));
    }
}
