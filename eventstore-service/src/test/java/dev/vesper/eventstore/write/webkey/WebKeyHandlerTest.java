package dev.vesper.eventstore.write.webkey;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.webkey.WebKeys.WebKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WebKeyHandlerTest {
    private final WriteSide side = new WriteSide(new FakeEventLog(Clock.systemUTC()), 3);
    private final WebKeys keys = TestWebKeys.keys(side.log, side.pipeline.aggregates(), side.masterKey);
    private final WebKeyCommands commands = TestWebKeys.commands(side, "0s");

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void of_each_algorithm_one_key_signs_and_the_others_stay_published() {
        String first = created("ES256");
        String second = created("ES256");
        assertThat(signing()).isEmpty();
        commands.activate(ADMIN, first);
        commands.activate(ADMIN, second);
        commands.activate(ADMIN, second);
        assertThat(signing()).containsExactly(second);
        assertThat(keys.ofInstance(WriteSide.INSTANCE))
                .extracting(WebKey::keyId)
                .containsExactlyInAnyOrder(first, second);
        commands.remove(ADMIN, first);
        assertThat(keys.ofInstance(WriteSide.INSTANCE))
                .extracting(WebKey::keyId)
                .containsExactly(second);
    }

    @Test
    void the_only_key_of_its_algorithm_goes_on() {
        String only = created("ES256");
        commands.activate(ADMIN, only);
        rejected("WEB_KEY_NEEDED", () -> commands.deactivate(ADMIN, only));
        rejected("WEB_KEY_ACTIVE", () -> commands.remove(ADMIN, only));
        String idle = created("ES256");
        commands.deactivate(ADMIN, idle);
        rejected("WEB_KEY_NOT_FOUND", () -> commands.activate(ADMIN, "none"));
    }

    @Test
    void a_key_signs_no_earlier_than_apps_can_know_it() {
        var patient = TestWebKeys.commands(side, "5m");
        String key = patient.create(ADMIN, "ES256", 0).keyId();
        rejected("WEB_KEY_TOO_NEW", () -> patient.activate(ADMIN, key));
        side.clock.advance(Duration.ofMinutes(6));
        patient.activate(ADMIN, key);
        assertThat(signing()).containsExactly(key);
    }

    @Test
    void a_kind_of_key_that_nobody_can_make_is_refused_by_its_field() {
        assertThatThrownBy(() -> commands.create(ADMIN, "none", 0))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("algorithm"));
        assertThatThrownBy(() -> commands.create(ADMIN, "RS256", 1024))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("bits"));
    }

    @Test
    void an_app_is_set_only_to_what_a_key_signs_by() {
        String project = side.projects.create(ADMIN, "", "One").projectId();
        var es256 = TestProjects.withAlgorithm(TestProjects.config(WriteSide.REDIRECT), "ES256");
        assertThatThrownBy(() -> side.apps.createOidc(ADMIN, project, "App", es256))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("idTokenSignedResponseAlg"));
        commands.activate(ADMIN, created("ES256"));
        String app = side.apps.createOidc(ADMIN, project, "App", es256).appId();
        var rs256 = TestProjects.withAlgorithm(es256, "RS256");
        rejected("NO_SIGNING_KEY", () -> side.apps.updateOidc(ADMIN, project, app, rs256));
        var none = TestProjects.withAlgorithm(es256, "");
        long before = side.apps.updateOidc(ADMIN, project, app, es256).sequence();
        assertThat(side.apps.updateOidc(ADMIN, project, app, none).sequence()).isEqualTo(before);
    }

    private String created(String algorithm) {
        return commands.create(ADMIN, algorithm, 0).keyId();
    }

    private List<String> signing() {
        return keys.ofInstance(WriteSide.INSTANCE).stream()
                .filter(WebKey::active)
                .map(WebKey::keyId)
                .toList();
    }

    private static void rejected(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
