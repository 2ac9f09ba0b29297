package dev.vesper.eventstore.log;

import static dev.vesper.eventstore.log.Expectation.ANY;
import static dev.vesper.eventstore.log.Expectation.NONE;
import static dev.vesper.eventstore.log.Expectation.exactly;
import static dev.vesper.eventstore.log.Given.append;
import static dev.vesper.eventstore.log.Given.id;
import static dev.vesper.eventstore.log.Given.push;
import static dev.vesper.eventstore.log.Given.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.Precondition.NotEnded;
import dev.vesper.eventstore.log.Precondition.StillAt;
import dev.vesper.eventstore.log.PushOutcome.ConstraintTaken;
import dev.vesper.eventstore.log.PushOutcome.Ended;
import dev.vesper.eventstore.log.PushOutcome.Pushed;
import dev.vesper.eventstore.log.PushOutcome.WrongSequence;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every log does. The fake passes it like the real one, so that what is tested on the fake holds. */
abstract class EventLogContract extends FilterContract {
    private static final Subject ENDING = new Subject("i1", "session", "ending");

    @Test
    void numbers_the_events_of_an_aggregate_from_one() {
        Pushed first = pushed(push(session("a"), NONE, 2));
        Pushed second = pushed(push(session("a"), ANY, 1));

        assertThat(first.events()).extracting(PushedEvent::sequence).containsExactly(1L, 2L);
        assertThat(second.events()).extracting(PushedEvent::sequence).containsExactly(3L);
        assertThat(second.position()).isGreaterThanOrEqualTo(first.position());
        assertThat(log().readAggregate(session("a"), 0))
                .extracting(RecordedEvent::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void reads_back_what_was_pushed() {
        Pushed pushed = pushed(push(session("b"), NONE, 1));

        RecordedEvent event = log().readAggregate(session("b"), 1).getFirst();
        assertThat(event.payload()).isEqualToIgnoringWhitespace("{\"n\":1}");
        assertThat(event.type()).isEqualTo("session.added");
        assertThat(event.creator()).isEqualTo("user1");
        assertThat(event.createdAt()).isEqualTo(pushed.createdAt());
        assertThat(event.cursor().position()).isEqualTo(pushed.position());
        assertThat(event.partition()).isEqualTo(pushed.events().getFirst().partition());
    }

    @Test
    void keeps_an_event_without_payload() {
        pushed(Given.with(push(session("bare")), List.of(new NewEvent("session.terminated", 1, ""))));

        assertThat(log().readAggregate(session("bare"), 1))
                .extracting(RecordedEvent::payload)
                .containsExactly("");
    }

    @Test
    void reads_an_aggregate_from_a_sequence_on() {
        pushed(push(session("c"), NONE, 5));

        assertThat(log().readAggregate(session("c"), 4))
                .extracting(RecordedEvent::sequence)
                .containsExactly(4L, 5L);
        assertThat(log().readAggregate(session("nobody"), 0)).isEmpty();
    }

    @Test
    void refuses_a_wrong_sequence_and_says_what_it_found() {
        pushed(push(session("d"), NONE, 3));

        assertThat(log().push(push(session("d"), NONE, 1))).isEqualTo(new WrongSequence(session("d"), -1, 3));
        assertThat(log().push(push(session("d"), exactly(2), 1))).isEqualTo(new WrongSequence(session("d"), 2, 3));
        assertThat(log().push(push(session("d"), exactly(3), 1))).isInstanceOf(Pushed.class);
        assertThat(log().push(push(session("d2"), exactly(0), 1))).isInstanceOf(Pushed.class);
    }

    @Test
    void writes_all_aggregates_of_a_push_or_none() {
        pushed(push(session("e1"), NONE, 1));

        PushOutcome refused = log().push(Push.of(id(), append(session("e2"), NONE, 1), append(session("e1"), NONE, 1)));

        assertThat(refused).isInstanceOf(WrongSequence.class);
        assertThat(log().readAggregate(session("e2"), 0)).isEmpty();
        Pushed both = pushed(Push.of(id(), append(session("e2"), NONE, 2), append(session("e1"), exactly(1), 1)));
        assertThat(both.events()).extracting(PushedEvent::sequence).containsExactly(1L, 2L, 2L);
        assertThat(both.events()).extracting(PushedEvent::inTxOrder).doesNotHaveDuplicates();
    }

    @Test
    void the_first_owner_of_an_aggregate_stays() {
        pushed(push(session("f"), NONE, 1));
        Append other = new Append(
                session("f"), "org2", "user1", ANY, append(session("f"), ANY, 1).events());

        assertThat(pushed(Push.of(id(), other)).events())
                .extracting(PushedEvent::owner)
                .containsExactly("org1");
    }

    @Test
    void answers_a_repeated_push_as_the_first_time() {
        Push push = push(session("g"), NONE, 3);

        Pushed first = pushed(push);
        pushed(push(session("g"), ANY, 1));

        assertThat(log().push(push)).isEqualTo(first);
        assertThat(log().readAggregate(session("g"), 0)).hasSize(4);
    }

    @Test
    void decides_a_push_anew_that_was_refused_before() {
        UUID pushId = id();
        assertThat(log().push(Push.of(pushId, append(session("h"), exactly(1), 1))))
                .isInstanceOf(WrongSequence.class);
        pushed(push(session("h"), NONE, 1));

        assertThat(log().push(Push.of(pushId, append(session("h"), exactly(1), 1))))
                .isInstanceOf(Pushed.class);
    }

    @Test
    void holds_what_a_push_relies_on_without_writing_it() {
        pushed(push(session("j"), NONE, 2));

        assertThat(log().push(push(session("j2")).requiring(new StillAt(session("j"), 1))))
                .isEqualTo(new WrongSequence(session("j"), 1, 2));
        assertThat(log().push(push(session("j2"))
                        .requiring(new StillAt(session("j"), 2), new StillAt(session("x"), 0))))
                .isInstanceOf(Pushed.class);
    }

    @Test
    void refuses_what_relies_on_something_that_has_ended() {
        assertThat(log().push(push(session("k")).requiring(new NotEnded(ENDING, 0))))
                .isInstanceOf(Pushed.class);

        Pushed end = pushed(push(session("ending")).ending(new Marker(ENDING, "user")));

        assertThat(log().push(push(session("k")).requiring(new NotEnded(ENDING, 0))))
                .isEqualTo(new Ended(ENDING, end.position(), "user"));
        assertThat(log().push(push(session("k")).requiring(new NotEnded(ENDING, end.position()))))
                .isInstanceOf(Ended.class);
        assertThat(log().push(push(session("k")).requiring(new NotEnded(ENDING, end.position() + 1))))
                .isInstanceOf(Pushed.class);
    }

    @Test
    void the_newest_end_wins() {
        Subject user = new Subject("i1", "user", "twice");
        Pushed first = pushed(push(session("l")).ending(new Marker(user, "user_locked")));
        Pushed second = pushed(push(session("l")).ending(new Marker(user, "user_removed")));

        assertThat(log().push(push(session("l")).requiring(new NotEnded(user, first.position() + 1))))
                .isEqualTo(new Ended(user, second.position(), "user_removed"));
    }

    @Test
    void gives_a_unique_value_to_one_only() {
        var name = new UniqueConstraint.Add("i1", "user_name", "Ada", "USER_NAME_TAKEN");
        pushed(push(session("m1"), NONE, 1).constraining(name));

        var again = new UniqueConstraint.Add("i1", "user_name", "ADA", "USER_NAME_TAKEN");
        assertThat(log().push(push(session("m2"), NONE, 1).constraining(again))).isEqualTo(new ConstraintTaken(again));
        assertThat(log().readAggregate(session("m2"), 0)).isEmpty();

        var elsewhere = new UniqueConstraint.Add("i2", "user_name", "ada", "USER_NAME_TAKEN");
        pushed(push(session("m3"), NONE, 1).constraining(elsewhere));
        var freed = new UniqueConstraint.Remove("i1", "user_name", "aDA");
        pushed(push(session("m1"), ANY, 1).constraining(freed));
        pushed(push(session("m2"), NONE, 1).constraining(again));
    }

    @Test
    void a_push_may_give_up_a_value_and_take_it_again_but_not_take_it_twice() {
        var value = new UniqueConstraint.Add("i1", "domain", "example.org", "DOMAIN_TAKEN");
        pushed(push(session("n")).constraining(value));

        var freed = new UniqueConstraint.Remove("i1", "domain", "example.org");
        assertThat(log().push(push(session("n")).constraining(value, freed))).isInstanceOf(Pushed.class);
        var other = new UniqueConstraint.Add("i1", "domain", "example.com", "DOMAIN_TAKEN");
        assertThat(log().push(push(session("n")).constraining(other, other))).isEqualTo(new ConstraintTaken(other));
    }

    @Test
    void frees_all_values_of_an_instance_at_once() {
        var one = new UniqueConstraint.Add("i9", "user_name", "one", "USER_NAME_TAKEN");
        var two = new UniqueConstraint.Add("i9", "user_name", "two", "USER_NAME_TAKEN");
        pushed(push(session("o")).constraining(one, two));

        pushed(push(session("o")).constraining(new UniqueConstraint.RemoveInstance("i9"), one));

        assertThat(log().push(push(session("o")).constraining(one))).isEqualTo(new ConstraintTaken(one));
        assertThat(log().push(push(session("o")).constraining(two))).isInstanceOf(Pushed.class);
    }

    @Test
    void frees_all_values_of_an_owner_at_once() {
        var ofIt = new UniqueConstraint.Add("i8", "user_name", "one", "USER_NAME_TAKEN", "org1");
        var ofItToo = new UniqueConstraint.Add("i8", "domain", "example.net", "DOMAIN_TAKEN", "org1");
        var ofAnother = new UniqueConstraint.Add("i8", "user_name", "two", "USER_NAME_TAKEN", "org2");
        var elsewhere = new UniqueConstraint.Add("i7", "user_name", "one", "USER_NAME_TAKEN", "org1");
        pushed(push(session("u")).constraining(ofIt, ofItToo, ofAnother, elsewhere));

        pushed(push(session("u")).constraining(new UniqueConstraint.RemoveOwner("i8", "org1"), ofItToo));

        assertThat(log().push(push(session("u")).constraining(ofIt))).isInstanceOf(Pushed.class);
        assertThat(log().push(push(session("u")).constraining(ofItToo))).isEqualTo(new ConstraintTaken(ofItToo));
        assertThat(log().push(push(session("u")).constraining(ofAnother))).isEqualTo(new ConstraintTaken(ofAnother));
        assertThat(log().push(push(session("u")).constraining(elsewhere))).isEqualTo(new ConstraintTaken(elsewhere));
    }

    @Test
    void a_value_that_changes_hands_is_freed_with_its_new_owner_only() {
        var before = new UniqueConstraint.Add("i6", "domain", "moved", "DOMAIN_TAKEN", "org1");
        var after = new UniqueConstraint.Add("i6", "domain", "moved", "DOMAIN_TAKEN", "org2");
        pushed(push(session("v")).constraining(before));
        pushed(push(session("v")).constraining(new UniqueConstraint.Remove("i6", "domain", "moved"), after));

        pushed(push(session("v")).constraining(new UniqueConstraint.RemoveOwner("i6", "org1")));
        assertThat(log().push(push(session("v")).constraining(before))).isEqualTo(new ConstraintTaken(before));
        pushed(push(session("v")).constraining(new UniqueConstraint.RemoveOwner("i6", "org2")));
        assertThat(log().push(push(session("v")).constraining(before))).isInstanceOf(Pushed.class);
    }

    @Test
    void a_global_value_belongs_to_no_instance() {
        var global = new UniqueConstraint.Add(UniqueConstraint.GLOBAL, "instance_domain", "id.example", "DOMAIN_TAKEN");
        pushed(push(session("w")).constraining(global));

        pushed(push(session("w")).constraining(new UniqueConstraint.RemoveInstance("i1")));
        assertThat(log().push(push(session("w")).constraining(global))).isEqualTo(new ConstraintTaken(global));
        pushed(push(session("w"))
                .constraining(
                        new UniqueConstraint.Remove(UniqueConstraint.GLOBAL, "instance_domain", "ID.example"),
                        new UniqueConstraint.Add("i1", "instance_domain", "id.example", "DOMAIN_TAKEN"),
                        global));
    }

    @Test
    void knows_the_latest_sequence_of_an_aggregate() {
        assertThat(log().latestSequence(session("latest"))).isZero();
        pushed(push(session("latest"), NONE, 3));
        pushed(push(session("latest"), ANY, 1));
        assertThat(log().latestSequence(session("latest"))).isEqualTo(4);
    }

    @Test
    void the_token_of_a_push_names_its_last_event_per_partition() {
        Pushed pushed = pushed(push(session("p"), NONE, 3));

        PushedEvent last = pushed.events().getLast();
        assertThat(pushed.token().marks())
                .containsExactly(entry(last.partition(), new Cursor(pushed.position(), last.inTxOrder())));
    }

    @Test
    void names_the_field_of_a_push_that_makes_no_sense() {
        assertInvalid("appends", Push.of(id()));
        assertInvalid("appends[0].events", push(session("q"), NONE, 0));
        assertInvalid(
                "appends[1].aggregate", Push.of(id(), append(session("q"), ANY, 1), append(session("q"), ANY, 1)));
        assertInvalid("appends[0].events[0].type", Given.with(push(session("q")), List.of(new NewEvent("", 1, ""))));
        assertInvalid("appends", push(session("q"), ANY, 1001));
        String tooLong = "{\"text\":\"" + "x".repeat(256 * 1024) + "\"}";
        assertInvalid(
                "appends[0].events[0].payload",
                Given.with(push(session("q")), List.of(new NewEvent("session.added", 1, tooLong))));
    }

    private void assertInvalid(String field, Push push) {
        assertThatExceptionOfType(InvalidPush.class)
                .isThrownBy(() -> log().push(push))
                .satisfies(failure -> assertThat(failure.field()).isEqualTo(field));
    }
}
