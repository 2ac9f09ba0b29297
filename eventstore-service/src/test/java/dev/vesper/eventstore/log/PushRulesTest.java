package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Given.append;
import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit holds to the last byte: what just fits is taken, and one more is refused with the name of the field. */
final class PushRulesTest {
    private static final PushLimits SMALL = new PushLimits(4, 3, 20, 50, 13, 16);

    @Test
    void so_many_events() {
        assertLimit("appends", push(session("a"), Expectation.ANY, 4), push(session("a"), Expectation.ANY, 5));
        assertLimit(
                "appends",
                Push.of(Given.id(), append(session("a"), Expectation.ANY, 2), append(session("b"), Expectation.ANY, 2)),
                Push.of(
                        Given.id(),
                        append(session("a"), Expectation.ANY, 2),
                        append(session("b"), Expectation.ANY, 3)));
    }

    @Test
    void so_many_conditions_together() {
        var condition = new Precondition.StillAt(session("b"), 1);
        var value = new UniqueConstraint.Remove("i1", "name", "x");
        Marker end = new Marker(new Subject("i1", "user", "u"), "gone");
        Push fits = push(session("a")).requiring(condition).constraining(value).ending(end);
        assertLimit("preconditions", fits, fits.ending(end, end));
    }

    @Test
    void so_large_a_payload() {
        assertLimit("appends[0].events[0].payload", payloads("{\"a\":\"äääääx\"}"), payloads("{\"a\":\"äääääxxx\"}"));
    }

    @Test
    void so_large_payloads_together() {
        String large = "{\"a\":\"xxxxxxxxxx\"}";
        assertLimit("appends", payloads(large, large), payloads(large, large, large));
    }

    @Test
    void so_long_a_name() {
        assertLimit("appends[0].aggregate.id", push(session("x".repeat(13))), push(session("x".repeat(14))));
        assertLimit("appends[0].aggregate.id", push(session("ä".repeat(6) + "x")), push(session("ä".repeat(7))));
        assertLimit("appends[0].owner", owned("o".repeat(13), "c"), owned("o".repeat(14), "c"));
        assertLimit("appends[0].creator", owned("o", "c".repeat(13)), owned("o", "c".repeat(14)));
    }

    @Test
    void so_long_a_unique_value() {
        assertLimit("unique_constraints[0].field", claiming("v".repeat(16)), claiming("v".repeat(17)));
    }

    @Test
    void no_text_that_cannot_be_stored() {
        assertRefused("appends[0].aggregate.id", push(session("a\0")));
        assertRefused("appends[0].aggregate.id", push(session("a\ud83d")));
        assertRefused("appends[0].aggregate.id", push(session("\ude00a")));
        assertTaken(push(session("\ud83d\ude00")));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "32768"})
    void no_revision_that_is_none(int revision) {
        assertRefused(
                "appends[0].events[0].revision",
                Given.with(push(session("a")), List.of(new NewEvent("e", revision, ""))));
    }

    @Test
    void nothing_that_can_never_hold_or_never_end() {
        assertRefused("appends[0].sequence", push(session("a"), Expectation.exactly(-1), 1));
        assertRefused(
                "preconditions[0].still_at.sequence",
                push(session("a")).requiring(new Precondition.StillAt(session("b"), -1)));
        Subject planet = new Subject("i1", "planet", "earth");
        assertRefused("ends[0].subject.kind", push(session("a")).ending(new Marker(planet, "why")));
        assertRefused(
                "preconditions[0].not_ended.since_position",
                push(session("a")).requiring(new Precondition.NotEnded(new Subject("i1", "user", "u"), -1)));
        assertRefused(
                "unique_constraints[0].owner",
                push(session("a")).constraining(new UniqueConstraint.RemoveOwner("i", "")));
    }

    private static Push payloads(String... payloads) {
        return Given.with(
                push(session("a")),
                IntStream.range(0, payloads.length)
                        .mapToObj(i -> new NewEvent("e", 1, payloads[i]))
                        .toList());
    }

    private static Push owned(String owner, String creator) {
        var event = new NewEvent("e", 1, "");
        return Push.of(
                Given.id(), new Append(session("a"), owner, creator, Expectation.ANY, Collections.nCopies(1, event)));
    }

    private static Push claiming(String value) {
        return push(session("a")).constraining(new UniqueConstraint.Add("i1", "name", value, "TAKEN"));
    }

    private static void assertLimit(String field, Push fits, Push isTooMuch) {
        assertTaken(fits);
        assertRefused(field, isTooMuch);
    }

    private static void assertTaken(Push push) {
        assertThatCode(() -> PushLimits.check(push, SMALL)).doesNotThrowAnyException();
    }

    private static void assertRefused(String field, Push push) {
        assertThatExceptionOfType(InvalidPush.class)
                .isThrownBy(() -> PushLimits.check(push, SMALL))
                .extracting(InvalidPush::field)
                .isEqualTo(field);
    }
}
