package dev.vesper.eventstore.write.user.machine;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MachinesTest {
    private static final Description ROBOT = new Description("Robot", null, "ACCESS_TOKEN_TYPE_BEARER");

    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);
    private final MachineCommands machines = new MachineHandler(side.pipeline, side.tokens, side.ids, side.clock);
    private final String robot = side.users.createMachine(ADMIN, "robot", ROBOT).userId();

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_token_is_refused_from_the_moment_its_machine_may_no_longer_act() {
        String token = machines.addPat(ADMIN, robot, null).secret();
        assertThat(side.accessTokens.authenticate(token)).isPresent();
        side.users.deactivate(ADMIN, robot);
        assertThat(side.accessTokens.authenticate(token)).isEmpty();
        side.users.reactivate(ADMIN, robot);
        assertThat(side.accessTokens.authenticate(token)).isPresent();
        side.users.remove(ADMIN, robot);
        assertThat(side.accessTokens.authenticate(token)).isEmpty();
    }

    @Test
    void a_token_is_good_until_it_expires_or_is_removed() {
        var hour = machines.addPat(ADMIN, robot, side.start.plus(Duration.ofHours(1)));
        var removed = machines.addPat(ADMIN, robot, null);
        machines.removePat(ADMIN, robot, removed.id());
        assertThat(side.accessTokens.authenticate(removed.secret())).isEmpty();
        assertThat(side.accessTokens.authenticate(hour.secret())).isPresent();
        side.clock.advance(Duration.ofHours(1));
        assertThat(side.accessTokens.authenticate(hour.secret())).isEmpty();
        rejected("INVALID_EXPIRATION", () -> machines.addPat(ADMIN, robot, side.start));
    }

    @Test
    void nobody_makes_a_token_for_a_person() {
        String ada = side.newUser("ada");
        rejected("USER_NOT_MACHINE", () -> machines.addPat(ADMIN, ada, null));
        rejected("USER_NOT_MACHINE", () -> machines.addKey(ADMIN, ada, null, ""));
        rejected("USER_NOT_MACHINE", () -> machines.setSecret(ADMIN, ada));
    }

    @Test
    void the_log_holds_hashes_and_public_keys_alone() {
        String token = machines.addPat(ADMIN, robot, null).secret();
        String secret = machines.setSecret(ADMIN, robot).secret();
        String key = machines.addKey(ADMIN, robot, null, "").secret();
        assertThat(key).contains("BEGIN PRIVATE KEY");
        assertThat(log.events())
                .extracting(RecordedEvent::payload)
                .noneMatch(text -> text.contains(token) || text.contains(secret) || text.contains("PRIVATE"))
                .anyMatch(text -> text.contains(TokenHash.of(secret)));
    }

    @Test
    void an_uploaded_key_must_be_rsa_and_long_enough() throws Exception {
        machines.addKey(ADMIN, robot, null, pem("RSA", 2048));
        rejected("INVALID_KEY", () -> machines.addKey(ADMIN, robot, null, pem("RSA", 1024)));
        rejected("INVALID_KEY", () -> machines.addKey(ADMIN, robot, null, pem("EC", 256)));
        rejected("INVALID_KEY", () -> machines.addKey(ADMIN, robot, null, "x".repeat(5_000)));
    }

    private static String pem(String algorithm, int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        String body = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        rejection -> assertThat(rejection.code()).isEqualTo(code));
    }
}
