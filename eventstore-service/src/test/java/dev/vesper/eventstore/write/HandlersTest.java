package dev.vesper.eventstore.write;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.FakeEventLog;
import dev.vesper.eventstore.log.LogBusy;
import dev.vesper.eventstore.log.LogException;
import dev.vesper.eventstore.log.LogUnavailable;
import dev.vesper.eventstore.log.PushExpired;
import dev.vesper.eventstore.write.CommandRejected.Kind;
import dev.vesper.eventstore.write.instance.InstanceCommands;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.TestProjects;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.user.AccessTokenText;
import dev.vesper.eventstore.write.user.TestUsers;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HandlersTest {
    private final FakeEventLog log = new FakeEventLog(Clock.systemUTC());
    private final WriteSide side = new WriteSide(log, 3);

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void a_user_name_is_taken_whatever_its_case_and_free_again_after_removal() {
        String first = side.newUser("Ada");
        rejected(Kind.ALREADY_EXISTS, "USER_NAME_TAKEN", () -> side.newUser("ada"));
        side.users.remove(ADMIN, first);
        assertThat(side.newUser("aDA")).isNotEqualTo(first);
    }

    @Test
    void the_log_holds_no_personal_text_and_nothing_readable_after_removal() {
        String userId = side.newUser("ada.lovelace");
        assertThat(log.events()).extracting(RecordedEvent::payload).noneMatch(text -> text.contains("ovelace"));
        side.users.remove(ADMIN, userId);
        var added = (UserEvent.HumanAdded) side.journal.decode(log.events().stream()
                .filter(event -> event.type().equals("user.human.added"))
                .findFirst()
                .orElseThrow());
        assertThat(added.userName()).isNull();
        assertThat(added.email()).isNull();
    }

    @Test
    void a_write_answers_where_it_stands() {
        var created = side.users.createHuman(ADMIN, TestUsers.human("ada"));
        assertThat(created.written().sequence()).isEqualTo(1);
        assertThat(created.written().owner()).isEqualTo(WriteSide.ORG);
        assertThat(created.written().consistencyToken().marks()).hasSize(1);
        var locked = side.users.lock(ADMIN, created.userId());
        assertThat(locked.sequence()).isEqualTo(2);
        assertThat(side.users.lock(ADMIN, created.userId())).isEqualTo(locked);
    }

    @Test
    void names_of_projects_and_apps_are_taken_in_their_place_only() {
        String one = side.projects.create(ADMIN, "", "One").projectId();
        String two = side.projects.create(ADMIN, "", "Two").projectId();
        rejected(Kind.ALREADY_EXISTS, "PROJECT_NAME_TAKEN", () -> side.projects.create(ADMIN, "", "one"));
        var config = TestProjects.config(WriteSide.REDIRECT);
        var app = side.apps.createOidc(ADMIN, one, "App", config);
        rejected(Kind.ALREADY_EXISTS, "APP_NAME_TAKEN", () -> side.apps.createOidc(ADMIN, one, "APP", config));
        side.apps.createOidc(ADMIN, two, "App", config);
        side.apps.remove(ADMIN, one, app.appId());
        side.apps.createOidc(ADMIN, one, "App", config);
        side.projects.remove(ADMIN, one);
        side.projects.create(ADMIN, "", "One");
        rejected(Kind.NOT_FOUND, "PROJECT_NOT_FOUND", () -> side.apps.createOidc(ADMIN, one, "App", config));
    }

    @Test
    void a_new_name_is_taken_and_the_old_one_is_free() {
        String one = side.projects.create(ADMIN, "", "One").projectId();
        String two = side.projects.create(ADMIN, "", "Two").projectId();
        rejected(Kind.ALREADY_EXISTS, "PROJECT_NAME_TAKEN", () -> side.projects.rename(ADMIN, one, "two"));
        side.projects.rename(ADMIN, one, "ONE");
        side.projects.rename(ADMIN, one, "Three");
        side.projects.rename(ADMIN, two, "One");
        var config = TestProjects.config(WriteSide.REDIRECT);
        String app = side.apps.createOidc(ADMIN, one, "App", config).appId();
        side.apps.createApi(ADMIN, one, "Api", "");
        rejected(Kind.ALREADY_EXISTS, "APP_NAME_TAKEN", () -> side.apps.rename(ADMIN, one, app, "api"));
        side.apps.rename(ADMIN, one, app, "Web");
        side.apps.createApi(ADMIN, one, "App", "");
    }

    @Test
    void a_project_belongs_to_an_organisation_that_there_is() {
        assertThat(side.projects.create(ADMIN, WriteSide.ORG, "One").written().owner())
                .isEqualTo(WriteSide.ORG);
        rejected(Kind.NOT_FOUND, "ORG_NOT_FOUND", () -> side.projects.create(ADMIN, "none", "Two"));
    }

    @Test
    void a_deactivated_app_gets_nothing_and_what_it_had_stays_dead() {
        Relying alpha = Relying.party(side, "Alpha");
        String session = side.signIn(side.newUser("ada"));
        Grant grant = alpha.exchange(alpha.code(session, "openid", "offline_access"));
        String code = alpha.code(session, "openid");
        String appId = alpha.app().appId();

        side.apps.deactivate(ADMIN, alpha.projectId(), appId);
        assertThatThrownBy(() -> alpha.exchange(code)).hasMessageContaining("invalid_client");
        assertThatThrownBy(() -> alpha.refresh(grant.refreshToken())).hasMessageContaining("invalid_client");
        assertThat(side.oidc.states().ofAccessToken(WriteSide.INSTANCE, grant.oidcSessionId(), grant.accessTokenId()))
                .isEmpty();

        side.apps.reactivate(ADMIN, alpha.projectId(), appId);
        assertThatThrownBy(() -> alpha.refresh(grant.refreshToken())).hasMessageContaining("invalid_grant");
        assertThat(side.oidc.states().ofAccessToken(WriteSide.INSTANCE, grant.oidcSessionId(), grant.accessTokenId()))
                .isEmpty();
        String later = side.signIn(side.newUser("grace"));
        assertThat(alpha.exchange(alpha.code(later, "openid")).accessTokenId()).isNotEmpty();
    }

    @Test
    void the_default_organisation_can_neither_be_removed_nor_stopped() {
        rejected(Kind.FAILED_PRECONDITION, "ORG_IS_DEFAULT", () -> side.orgs.remove(ADMIN, WriteSide.ORG));
        rejected(Kind.FAILED_PRECONDITION, "ORG_IS_DEFAULT", () -> side.orgs.deactivate(ADMIN, WriteSide.ORG));
        String other = side.orgs.create(ADMIN, "Other").orgId();
        side.instance.update(ADMIN, new InstanceCommands.Update(null, null, other));
        side.orgs.remove(ADMIN, WriteSide.ORG);
        rejected(
                Kind.NOT_FOUND,
                "ORG_NOT_FOUND",
                () -> side.instance.update(ADMIN, new InstanceCommands.Update(null, null, WriteSide.ORG)));
    }

    @Test
    void a_verified_domain_belongs_to_one_organisation_and_its_name_too() {
        String one = side.orgs.create(ADMIN, "One").orgId();
        String two = side.orgs.create(ADMIN, "Two").orgId();
        rejected(Kind.ALREADY_EXISTS, "ORG_NAME_TAKEN", () -> side.orgs.create(ADMIN, "ONE"));
        rejected(Kind.ALREADY_EXISTS, "ORG_NAME_TAKEN", () -> side.orgs.rename(ADMIN, two, "one"));
        side.orgs.addDomain(ADMIN, one, "acme.example");
        side.orgs.addDomain(ADMIN, two, "acme.example");
        side.orgs.verifyDomain(ADMIN, one, "acme.example");
        rejected(Kind.ALREADY_EXISTS, "DOMAIN_TAKEN", () -> side.orgs.verifyDomain(ADMIN, two, "Acme.example"));
        side.orgs.remove(ADMIN, one);
        side.orgs.verifyDomain(ADMIN, two, "acme.example");
        side.orgs.rename(ADMIN, two, "One");
    }

    @Test
    void a_domain_leads_to_one_instance_of_all() {
        side.instance.addDomain(ADMIN, "ID.example.com");
        side.instance.setPrimaryDomain(ADMIN, "id.example.com");
        rejected(Kind.NOT_FOUND, "DOMAIN_NOT_FOUND", () -> side.instance.removeDomain(ADMIN, "other.example.com"));
        side.instance.removeDomain(ADMIN, "localhost");
        side.instance.addDomain(ADMIN, "localhost");
    }

    @Test
    void in_a_deactivated_organisation_nobody_signs_in_and_no_app_gets_a_token() {
        Relying alpha = Relying.party(side, "Alpha");
        String ada = side.newUser("ada");
        Grant grant = alpha.exchange(alpha.code(side.signIn(ada), "openid"));
        String other = side.orgs.create(ADMIN, "Other").orgId();
        side.instance.update(ADMIN, new InstanceCommands.Update(null, null, other));
        side.orgs.deactivate(ADMIN, WriteSide.ORG);
        assertThat(side.signIn(ada, TestUsers.PASSWORD)).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.oidc.states().ofAccessToken(WriteSide.INSTANCE, grant.oidcSessionId(), grant.accessTokenId()))
                .isEmpty();
        side.orgs.reactivate(ADMIN, WriteSide.ORG);
        assertThat(side.signIn(ada, TestUsers.PASSWORD)).isInstanceOf(SignIn.SignedIn.class);
        assertThat(side.oidc.states().ofAccessToken(WriteSide.INSTANCE, grant.oidcSessionId(), grant.accessTokenId()))
                .isEmpty();
    }

    @Test
    void only_the_newest_secret_of_an_app_is_good() {
        Relying alpha = Relying.party(side, "Alpha");
        side.oidc.clients().authenticate(WriteSide.INSTANCE, alpha.credential());
        var renewed =
                side.apps.regenerateSecret(ADMIN, alpha.projectId(), alpha.app().appId());
        assertThatThrownBy(() -> side.oidc.clients().authenticate(WriteSide.INSTANCE, alpha.credential()))
                .hasMessageContaining("invalid_client");
        assertThat(renewed.clientSecret()).isNotEqualTo(alpha.app().clientSecret());
    }

    @Test
    void a_locked_user_is_let_in_by_an_admin_with_all_failures_forgotten() {
        String userId = side.newUser("ada");
        assertThat(side.signIn(userId, "wrong")).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.signIn(userId, "wrong")).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.signIn(userId, "wrong")).isInstanceOf(SignIn.AccountLocked.class);
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isInstanceOf(SignIn.AccountLocked.class);
        side.users.unlock(ADMIN, userId);
        assertThat(side.signIn(userId, "wrong")).isInstanceOf(SignIn.WrongCredentials.class);
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isInstanceOf(SignIn.SignedIn.class);
    }

    @Test
    void who_may_not_sign_in_learns_no_more_than_who_is_unknown() {
        String userId = side.newUser("ada");
        side.users.deactivate(ADMIN, userId);
        assertThat(side.signIn(userId, TestUsers.PASSWORD)).isEqualTo(new SignIn.WrongCredentials());
        assertThat(side.signIn("", TestUsers.PASSWORD)).isEqualTo(new SignIn.WrongCredentials());
        assertThat(side.signIn("nobody", TestUsers.PASSWORD)).isEqualTo(new SignIn.WrongCredentials());
    }

    @Test
    void a_session_can_be_checked_again() {
        String userId = side.newUser("ada");
        String sessionId = side.signIn(userId);
        side.clock.advance(Duration.ofMinutes(5));
        var again = (SignIn.SignedIn) side.signIn.signIn(
                new SignIn.Request(WriteSide.INSTANCE, userId, TestUsers.PASSWORD, WriteSide.BROWSER, sessionId));
        assertThat(again.sessionId()).isEqualTo(sessionId);
        assertThat(again.authTime()).isEqualTo(side.start.plus(Duration.ofMinutes(5)));
        side.sessions.terminate(ADMIN, sessionId);
        var other = (SignIn.SignedIn) side.signIn.signIn(
                new SignIn.Request(WriteSide.INSTANCE, userId, TestUsers.PASSWORD, WriteSide.BROWSER, sessionId));
        assertThat(other.sessionId()).isNotEqualTo(sessionId);
    }

    @Test
    void a_personal_access_token_says_who_asks_until_it_is_removed() {
        String userId = side.newUser("ada");
        var token = new AccessTokenText(WriteSide.INSTANCE, userId, "t1", side.tokens.next());
        decide(userId, new UserCommand.AddPat("t1", TokenHash.of(token.text()), List.of(), null));
        assertThat(side.accessTokens.authenticate(token.text()))
                .contains(new AdminCaller(WriteSide.INSTANCE, userId, "org1"));
        var forged = new AccessTokenText(WriteSide.INSTANCE, userId, "t1", side.tokens.next());
        assertThat(side.accessTokens.authenticate(forged.text())).isEmpty();
        assertThat(side.accessTokens.authenticate("not a token")).isEmpty();
        side.users.lock(ADMIN, userId);
        assertThat(side.accessTokens.authenticate(token.text())).isEmpty();
        side.users.unlock(ADMIN, userId);
        decide(userId, new UserCommand.RemovePat("t1"));
        assertThat(side.accessTokens.authenticate(token.text())).isEmpty();
    }

    @Test
    void a_push_whose_outcome_is_unknown_is_asked_again_and_written_once() {
        log.failNext(new LogUnavailable("the connection broke"));
        side.projects.create(ADMIN, "", "One");
        assertThat(log.events())
                .filteredOn(event -> event.type().equals("project.added"))
                .hasSize(1);
    }

    @Test
    void what_may_have_been_written_is_never_said_to_have_expired() {
        for (LogException later : List.of(new PushExpired(), new LogBusy(Duration.ofSeconds(1)))) {
            log.failNext(new LogUnavailable("the connection broke"));
            log.failNext(later);
            assertThatThrownBy(() -> side.projects.create(ADMIN, "", "One")).isInstanceOf(LogUnavailable.class);
        }
        log.failNext(new PushExpired());
        assertThatThrownBy(() -> side.projects.create(ADMIN, "", "One")).isInstanceOf(PushExpired.class);
    }

    @Test
    void a_command_waits_no_longer_than_its_caller() {
        Deque<Duration> left = new ArrayDeque<>(List.of(Duration.ofSeconds(1), Duration.ZERO, Duration.ZERO));
        var pipeline = new CommandPipeline(
                side.pipeline.aggregates(), log, side.clock, new Random(3), 20, () -> Optional.of(left.removeFirst()));
        ProjectCommands projects = TestProjects.projects(pipeline, side.ids);

        log.failNext(new LogUnavailable("the connection broke"));
        assertThatThrownBy(() -> projects.create(ADMIN, "", "One")).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> projects.create(ADMIN, "", "Two")).isInstanceOf(PushExpired.class);
        assertThat(log.events())
                .filteredOn(event -> event.type().equals("project.added"))
                .isEmpty();
    }

    @Test
    void what_is_unknown_is_not_found() {
        rejected(Kind.NOT_FOUND, "USER_NOT_FOUND", () -> side.users.lock(ADMIN, "nobody"));
        rejected(Kind.NOT_FOUND, "SESSION_NOT_FOUND", () -> side.sessions.terminate(ADMIN, "none"));
        rejected(Kind.NOT_FOUND, "PROJECT_NOT_FOUND", () -> side.projects.remove(ADMIN, "none"));
    }

    @Test
    void what_cannot_be_is_not_found_either() {
        for (String id : List.of("x".repeat(10_000), "nul\0")) {
            rejected(Kind.NOT_FOUND, "USER_NOT_FOUND", () -> side.users.lock(ADMIN, id));
            rejected(Kind.NOT_FOUND, "SESSION_NOT_FOUND", () -> side.sessions.terminate(ADMIN, id));
        }
    }

    private void decide(String userId, UserCommand command) {
        side.pipeline.change(unit -> {
            var user = unit.load(UserDecider.KIND, WriteSide.INSTANCE, userId);
            unit.append(user, ADMIN.userId(), UserDecider.decide(command, user.state()));
            return user;
        });
    }

    private static void rejected(Kind kind, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CommandRejected.class, rejection -> {
            assertThat(rejection.kind()).isEqualTo(kind);
            assertThat(rejection.code()).isEqualTo(code);
        });
    }
}
