package dev.vesper.eventstore.write.user.factor;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.user.human.CodeSettings;
import java.time.Clock;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FactorsTest {
    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final FactorCommands factors = new FactorHandler(
            side.pipeline,
            new TotpChecks(side.pipeline, TestSettings.of(CodeSettings.class, "vesper.codes", Map.of()), side.clock),
            side.tokens,
            side.ids);
    private final String userId = side.newUser("ada");

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_secret_counts_once_a_code_made_with_it_was_brought() {
        var made = factors.addTotp(ADMIN, userId);
        assertThat(made.uri()).startsWith("otpauth://totp/localhost:ada?secret=" + made.secret());
        factors.verifyTotp(ADMIN, userId, Totp.code(made.secret(), side.clock.instant()));
        assertThat(log.events())
                .extracting(RecordedEvent::type)
                .endsWith("user.human.mfa.otp.check.succeeded", "user.human.mfa.otp.verified");
        rejected("TOTP_EXISTS", () -> factors.addTotp(ADMIN, userId));
        rejected("CODE_WRONG", () -> factors.verifyTotp(ADMIN, userId, Totp.code(made.secret(), side.clock.instant())));
        factors.removeTotp(ADMIN, userId);
        factors.addTotp(ADMIN, userId);
    }

    @Test
    void wrong_codes_count_on_user_check_until_the_secret_is_made_anew() {
        var made = factors.addTotp(ADMIN, userId);
        for (int i = 0; i < 5; i++) {
            rejected("CODE_WRONG", () -> factors.verifyTotp(ADMIN, userId, "abcdef"));
        }
        assertThat(log.events().getLast().aggregateType()).isEqualTo("user_check");
        rejected(
                "CODE_TRIES_EXCEEDED",
                () -> factors.verifyTotp(ADMIN, userId, Totp.code(made.secret(), side.clock.instant())));
        var next = factors.addTotp(ADMIN, userId);
        factors.verifyTotp(ADMIN, userId, Totp.code(next.secret(), side.clock.instant()));
    }

    @Test
    void the_log_never_holds_a_secret_in_plain() {
        String secret = factors.addTotp(ADMIN, userId).secret();
        assertThat(log.events()).extracting(RecordedEvent::payload).noneMatch(text -> text.contains(secret));
    }

    @Test
    void codes_by_message_need_a_verified_address() {
        rejected("PHONE_NOT_VERIFIED", () -> factors.addOtpSms(ADMIN, userId));
        factors.addOtpEmail(ADMIN, userId);
        long sequence = factors.addOtpEmail(ADMIN, userId).sequence();
        assertThat(factors.removeOtpEmail(ADMIN, userId).sequence()).isEqualTo(sequence + 1);
        assertThat(factors.removeOtpSms(ADMIN, userId).sequence()).isEqualTo(sequence + 1);
        rejected("TOTP_NOT_FOUND", () -> factors.verifyTotp(ADMIN, userId, "1"));
        rejected("USER_NOT_FOUND", () -> factors.addTotp(ADMIN, "nobody"));
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
