package dev.vesper.eventstore.write.messagetext;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static dev.vesper.eventstore.write.WriteSide.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.MessageTextEvent.Text;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTextsTest {
    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final MessageTexts texts = new MessageTexts(side.pipeline);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void the_text_of_an_organisation_comes_before_the_instances_and_that_before_the_default() {
        assertThat(get("de").source()).isEqualTo("default");
        assertThat(get("de").language()).isEqualTo("en");
        texts.set(ADMIN, "", "InitCode", "de", text("Instanz"));
        assertThat(get("de").source()).isEqualTo("instance");
        texts.set(ADMIN, ORG, "InitCode", "de", text("Organisation"));
        assertThat(get("de").text().text()).isEqualTo("Organisation");
        assertThat(texts.get(WriteSide.INSTANCE, "", "InitCode", "de").text().text())
                .isEqualTo("Instanz");
        texts.reset(ADMIN, ORG, "InitCode", "de");
        texts.reset(ADMIN, "", "InitCode", "de");
        assertThat(get("de").source()).isEqualTo("default");
    }

    @Test
    void a_language_without_a_text_falls_back_to_the_one_without_its_region() {
        texts.set(ADMIN, "", "InitCode", "de", text("Hallo"));
        assertThat(get("de-CH").text().text()).isEqualTo("Hallo");
        texts.set(ADMIN, "", "InitCode", "de-CH", text("Grüezi"));
        assertThat(get("de-ch").text().text()).isEqualTo("Grüezi");
        assertThat(get("fr").source()).isEqualTo("default");
    }

    @Test
    void setting_or_resetting_again_writes_nothing() {
        long sequence = texts.set(ADMIN, "", "InitCode", "de", text("Hallo")).sequence();
        assertThat(texts.set(ADMIN, "", "InitCode", "de", text("Hallo")).sequence())
                .isEqualTo(sequence);
        assertThat(texts.reset(ADMIN, "", "VerifyEmail", "de").sequence()).isEqualTo(sequence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{{.Password}}",
                "{{if .Code}}x{{end}}",
                "{{ .Code",
                "Code}}",
                "{{.Code.Foo}}",
                "{{printf \"%s\" .Code}}"
            })
    void a_text_that_could_not_be_filled_in_is_refused_when_it_is_set(String bad) {
        assertThatThrownBy(() -> texts.set(ADMIN, "", "InitCode", "de", text(bad)))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.field()).isEqualTo("text.text"));
    }

    @Test
    void a_subject_is_one_line() {
        var two = new Text(null, null, "One\r\nBcc: all@example.com", null, "x", null, null);
        assertThatThrownBy(() -> texts.set(ADMIN, "", "InitCode", "de", two))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.field()).isEqualTo("text.subject"));
    }

    @Test
    void every_kind_of_message_has_a_default_that_would_itself_be_taken() {
        for (String type : List.of(
                "InitCode",
                "PasswordReset",
                "VerifyEmail",
                "VerifyPhone",
                "VerifySMSOTP",
                "VerifyEmailOTP",
                "DomainClaimed",
                "PasswordlessRegistration",
                "PasswordChange",
                "InviteUser")) {
            Text text = texts.get(WriteSide.INSTANCE, "", type, "en").text();
            assertThat(TextRules.checked(text).subject()).as(type).isNotBlank();
        }
    }

    private MessageTexts.Effective get(String language) {
        return texts.get(WriteSide.INSTANCE, ORG, "InitCode", language);
    }

    private static Text text(String text) {
        return new Text("T", null, "S", null, text, null, null);
    }
}
