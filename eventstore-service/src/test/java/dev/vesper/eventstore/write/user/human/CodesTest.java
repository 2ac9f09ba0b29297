package dev.vesper.eventstore.write.user.human;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.EventCodec;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEmailEvent;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.log.RacingLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code is good once, for a time, and for a few tries; and nobody reads it who should not. */
final class CodesTest {
    private static final Delivery RETURN = new Delivery.Return();

    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final RacingLog racing = new RacingLog(log);
    private final WriteSide side = new WriteSide(racing.log(), 3);
    private final TestPeople people = new TestPeople(side);
    private final String userId = side.newUser("ada");

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void the_right_code_verifies_once() {
        String code = setEmail();
        people.contacts.verifyEmail(ADMIN, userId, " " + code + " ");
        assertThat(log.events().getLast().type()).isEqualTo("user.human.email.verified");
        rejected("CODE_NOT_FOUND", () -> people.contacts.verifyEmail(ADMIN, userId, code));
    }

    @Test
    void a_code_is_no_longer_good_when_its_time_is_over() {
        String code = setEmail();
        side.clock.advance(Duration.ofHours(1));
        rejected("CODE_EXPIRED", () -> people.contacts.verifyEmail(ADMIN, userId, code));
    }

    @Test
    void too_many_wrong_tries_spoil_the_right_code_until_there_is_a_new_one() {
        String code = setEmail();
        for (int i = 0; i < TestPeople.MAX_TRIES; i++) {
            rejected("CODE_WRONG", () -> people.contacts.verifyEmail(ADMIN, userId, "wrong"));
        }
        rejected("CODE_TRIES_EXCEEDED", () -> people.contacts.verifyEmail(ADMIN, userId, code));
        String next = people.contacts.resendEmailCode(ADMIN, userId, RETURN).code();
        people.contacts.verifyEmail(ADMIN, userId, next);
    }

    @Test
    void a_wrong_guess_that_another_overtakes_counts_behind_it() {
        setEmail();
        guessWrong(TestPeople.MAX_TRIES - 1);
        racing.beforeNextPush(() -> guessWrong(1));
        rejected("CODE_TRIES_EXCEEDED", () -> people.contacts.verifyEmail(ADMIN, userId, "wrong"));
        assertThat(log.events())
                .filteredOn(event -> event.type().equals("user.human.email.verification.failed"))
                .hasSize(TestPeople.MAX_TRIES);
    }

    @Test
    void the_right_code_is_too_late_when_the_last_wrong_guess_overtakes_it() {
        String code = setEmail();
        guessWrong(TestPeople.MAX_TRIES - 1);
        racing.beforeNextPush(() -> guessWrong(1));
        rejected("CODE_TRIES_EXCEEDED", () -> people.contacts.verifyEmail(ADMIN, userId, code));
    }

    @Test
    void a_code_for_an_address_says_nothing_about_the_next_address() {
        String code = setEmail();
        people.contacts.setEmail(ADMIN, userId, "other@example.com", new Delivery.Verified());
        rejected("CODE_NOT_FOUND", () -> people.contacts.verifyEmail(ADMIN, userId, code));
    }

    @Test
    void the_log_holds_a_code_sealed_and_the_topic_not_at_all() {
        String code = setEmail();
        assertThat(log.events()).extracting(RecordedEvent::payload).noneMatch(text -> text.contains(code));
        RecordedEvent added = log.events().getLast();
        assertThat(((UserEmailEvent.CodeAdded) side.journal.decode(added)).code())
                .isEqualTo(code);
        RecordedEvent onTopic = without(added);
        assertThat(onTopic.payload()).contains("\"code\":\"secret\"").contains("\"codeReturned\":true");
        assertThat(((UserEmailEvent.CodeAdded) side.journal.decode(onTopic)).code())
                .isNull();
    }

    @Test
    void once_the_person_is_removed_nobody_can_open_their_codes() {
        setEmail();
        RecordedEvent added = log.events().getLast();
        side.users.remove(ADMIN, userId);
        assertThat(((UserEmailEvent.CodeAdded) side.journal.decode(added)).code())
                .isNull();
        rejected("USER_NOT_FOUND", () -> people.contacts.resendEmailCode(ADMIN, userId, RETURN));
    }

    @Test
    void whoever_sends_a_code_can_have_it_opened_until_its_person_is_removed() {
        var codes = new StoredCodes(log, side.journal);
        String code = setEmail();
        long sequence = log.events().getLast().sequence();
        assertThat(codes.find(WriteSide.INSTANCE, userId, sequence)).contains(code);
        assertThat(codes.find(WriteSide.INSTANCE, userId, sequence - 1)).isEmpty();
        assertThat(codes.find(WriteSide.INSTANCE, userId, sequence + 1)).isEmpty();
        side.users.remove(ADMIN, userId);
        assertThat(codes.find(WriteSide.INSTANCE, userId, sequence)).isEmpty();
    }

    @Test
    void a_code_that_is_sent_is_not_answered_and_its_event_says_where_its_link_leads() {
        var send = new Delivery.Send("https://app.example/verify?code={{.Code}}&org={{ .OrgID }}");
        assertThat(people.contacts
                        .setEmail(ADMIN, userId, "b@example.com", send)
                        .code())
                .isEmpty();
        var added = (UserEmailEvent.CodeAdded) side.journal.decode(log.events().getLast());
        assertThat(added.codeReturned()).isFalse();
        assertThat(added.urlTmpl()).contains("{{ .OrgID }}");
    }

    @Test
    void a_link_with_unknown_fields_or_of_no_web_page_is_refused() {
        for (String bad : List.of(
                "https://a.example/{{.Secret}}",
                "https://a.example/{{if .Code}}",
                "https://a.example/{{.Code",
                "ftp://a.example/{{.Code}}",
                "/relative/{{.Code}}",
                "https://{{.Code}} .example/",
                "https://a.example/" + "x".repeat(1_000))) {
            assertThatThrownBy(() -> people.contacts.setEmail(ADMIN, userId, "c@example.com", new Delivery.Send(bad)))
                    .as(bad)
                    .isInstanceOfSatisfying(
                            CommandRejected.class, e -> assertThat(e.field()).isEqualTo("sendCode.urlTemplate"));
        }
    }

    private void guessWrong(int times) {
        for (int i = 0; i < times; i++) {
            rejected("CODE_WRONG", () -> people.contacts.verifyEmail(ADMIN, userId, "wrong"));
        }
    }

    private String setEmail() {
        return people.contacts
                .setEmail(ADMIN, userId, "new@example.com", RETURN)
                .code();
    }

    private static RecordedEvent without(RecordedEvent event) {
        return new RecordedEvent(
                event.instanceId(),
                event.aggregateType(),
                event.aggregateId(),
                event.type(),
                event.sequence(),
                event.revision(),
                event.createdAt(),
                EventCodec.withoutSecrets(event.type(), event.revision(), event.payload()),
                event.creator(),
                event.owner(),
                event.position(),
                event.inTxOrder(),
                event.partition());
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
