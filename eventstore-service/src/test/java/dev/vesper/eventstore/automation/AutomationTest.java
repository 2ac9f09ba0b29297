package dev.vesper.eventstore.automation;

import static dev.vesper.eventstore.write.WriteSide.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.log.TypesReader;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.write.Relying;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.user.UserDecider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AutomationTest {
    private static final AutomationSettings SETTINGS =
            TestSettings.of(AutomationSettings.class, "vesper.automation", Map.of("sessions-in-flight", "2"));

    private final TestLogs logs = TestLogs.create();
    private final WriteSide side = new WriteSide(logs.log(), 5);

    @AfterEach
    void close() {
        side.close();
        logs.close();
    }

    @Test
    void after_a_bulk_end_each_session_of_the_user_ends_with_its_reason_and_no_other() {
        String ada = side.newUser("ada");
        String bob = side.newUser("bob");
        List<String> ended = List.of(side.signIn(ada), side.signIn(ada), side.signIn(ada));
        String other = side.signIn(bob);
        side.users.lock(ADMIN, ada);
        runAll(follower("pod-1", logs.sql()));
        assertThat(ended)
                .allSatisfy(id -> assertThat(lastOf("session", id).payload()).contains("user_locked"));
        assertThat(lastOf("session", other).type()).isEqualTo("session.password.checked");
    }

    @Test
    void a_session_that_began_after_the_end_goes_on_even_when_the_end_is_met_again() {
        String ada = side.newUser("ada");
        String before = side.signIn(ada);
        side.users.endSessions(ADMIN, ada);
        String after = side.signIn(ada);
        runAll(follower("pod-1", logs.sql()));
        forgetCursor();
        runAll(follower("pod-1", logs.sql()));
        assertThat(types("session", before))
                .filteredOn(type -> type.equals("session.terminated"))
                .hasSize(1);
        assertThat(types("session", after)).doesNotContain("session.terminated");
    }

    @Test
    void a_changed_password_ends_the_sessions_that_began_with_the_old_one_unless_that_is_off() {
        String ada = side.newUser("ada");
        String before = side.signIn(ada);
        side.pipeline.change(unit -> {
            var user = unit.load(UserDecider.KIND, WriteSide.INSTANCE, ada);
            unit.append(user, "test", List.of(new UserEvent.PasswordChanged("hash", false)));
            return user;
        });
        EndEach each = new EndEach(side.sessions, side.oidc.ending(), SETTINGS);
        LogFollower off = follower(
                "pod-1",
                logs.sql(),
                new WhenSessionsEndedInBulkThenEndEach(side.journal, new LiveSessions(logs.sql()), each, false));
        runAll(off);
        off.stop();
        assertThat(types("session", before)).doesNotContain("session.terminated");
        forgetCursor();
        runAll(follower("pod-2", logs.sql()));
        assertThat(lastOf("session", before).payload()).contains("password_changed");
    }

    @Test
    void removing_an_app_ends_its_part_of_each_session_and_nothing_else() {
        Relying alpha = Relying.party(side, "Alpha");
        Relying beta = Relying.party(side, "Beta");
        String sessionId = side.signIn(side.newUser("ada"));
        Grant gone = alpha.exchange(alpha.code(sessionId, "openid"));
        Grant kept = beta.exchange(beta.code(sessionId, "openid"));
        side.apps.remove(ADMIN, alpha.projectId(), alpha.app().appId());
        runAll(follower("pod-1", logs.sql()));
        assertThat(lastOf("oidc_session", gone.oidcSessionId()).payload()).contains("app_removed");
        assertThat(types("oidc_session", kept.oidcSessionId())).doesNotContain("oidc_session.ended");
        assertThat(types("session", sessionId)).doesNotContain("session.terminated");
    }

    @Test
    void what_a_removed_organisation_owned_is_removed_and_its_names_are_free() {
        String org = side.orgs.create(ADMIN, "Acme").orgId();
        String project = side.projects.create(ADMIN, org, "Shop").projectId();
        String kept = side.projects.create(ADMIN, "", "Kept").projectId();
        var app = side.apps.createApi(ADMIN, project, "Api", "");
        side.orgs.remove(ADMIN, org);
        var reaction = new WhenOwnerRemovedThenRemoveWhatItOwned(side.log, side.orgs, side.projects, side.users);
        runAll(follower("pod-1", logs.sql(), reaction));
        forgetCursor();
        runAll(follower("pod-1", logs.sql(), reaction));
        assertThat(lastOf("project", project).type()).isEqualTo("project.removed");
        assertThat(lastOf("project", kept).type()).isEqualTo("project.added");
        assertThat(app.clientId()).isNotEmpty();
        assertThat(side.orgs.create(ADMIN, "acme").orgId()).isNotEqualTo(org);
    }

    @Test
    void what_a_crash_interrupted_the_next_one_finishes() {
        String ada = side.newUser("ada");
        List<String> ended = List.of(side.signIn(ada), side.signIn(ada), side.signIn(ada));
        side.users.endSessions(ADMIN, ada);
        Sql dying = statement -> {
            if (statement.name().equals("automation/move_cursor")) {
                throw new IllegalStateException("killed");
            }
            return logs.sql().run(statement);
        };
        LogFollower first = follower("pod-1", dying);
        assertThatThrownBy(() -> runAll(first)).hasMessage("killed");
        first.stop();
        runAll(follower("pod-2", logs.sql()));
        assertThat(ended)
                .allSatisfy(id -> assertThat(types("session", id))
                        .filteredOn(type -> type.equals("session.terminated"))
                        .hasSize(1));
    }

    @Test
    void only_the_holder_of_the_lease_works() {
        side.newUser("ada");
        LogFollower first = follower("pod-1", logs.sql());
        LogFollower second = follower("pod-2", logs.sql());
        runAll(first);
        side.newUser("bob");
        assertThat(second.runOnce()).isZero();
        first.stop();
        assertThat(runAll(second)).isPositive();
    }

    @Test
    void a_holder_that_keeps_working_keeps_the_lease_and_one_that_lost_it_stops() {
        LogFollower first = follower("pod-1", logs.sql());
        runAll(first);
        side.clock.advance(Duration.ofSeconds(30));
        assertThat(first.runOnce()).isZero();
        assertThat(epoch()).isEqualTo(1);
        logs.adHoc("UPDATE eventstore.leases SET expires_at = clock_timestamp() - interval '1 s'")
                .run(Statement.of("expire"));
        LogFollower second = follower("pod-2", logs.sql());
        second.runOnce();
        assertThat(epoch()).isEqualTo(2);
        side.newUser("ada");
        side.clock.advance(Duration.ofSeconds(30));
        assertThat(first.runOnce()).isZero();
        assertThat(second.runOnce()).isPositive();
    }

    @Test
    void a_removed_user_is_forgotten_although_the_process_died_right_after_the_removal() {
        String ada = side.newUser("ada");
        byte[] key = side.userKeys.find(WriteSide.INSTANCE, ada).orElseThrow();
        assertThat(key).hasSize(32);
        side.users.remove(ADMIN, ada);
        side.userKeys.create(WriteSide.INSTANCE, ada); // As if the removal had not come to destroying it.
        runAll(follower("pod-1", logs.sql(), new WhenUserRemovedThenForgetThem(side.userKeys)));
        assertThat(side.userKeys.find(WriteSide.INSTANCE, ada)).isEmpty();
    }

    @Test
    void what_an_automation_has_no_part_in_stays_in_the_database_and_is_passed_once() {
        String ada = side.newUser("ada");
        var removals = new WhenUserRemovedThenForgetThem(side.userKeys);
        var reader = new TypesReader(logs.sql(), removals.types());
        TypesReader.Page nothing = reader.read(Cursor.START, 1000);
        assertThat(nothing.events()).isEmpty();
        assertThat(nothing.seen()).isPositive();

        LogFollower first = follower("pod-1", logs.sql(), removals);
        assertThat(runAll(first)).isEqualTo(nothing.seen());
        first.stop();
        assertThat(runAll(follower("pod-2", logs.sql(), removals))).isZero();

        side.users.remove(ADMIN, ada);
        assertThat(reader.read(nothing.upTo(), 1000).events())
                .extracting(RecordedEvent::type)
                .containsExactlyElementsOf(removals.types());
    }

    private LogFollower follower(String holder, Sql sql) {
        EndEach each = new EndEach(side.sessions, side.oidc.ending(), SETTINGS);
        var reaction = new WhenSessionsEndedInBulkThenEndEach(side.journal, new LiveSessions(sql), each, true);
        return follower(holder, sql, reaction);
    }

    private LogFollower follower(String holder, Sql sql, Reaction reaction) {
        Lease lease = new Lease(sql, reaction.name(), holder, Duration.ofMinutes(1));
        Lead lead = new Lead(lease, reaction.name(), Duration.ofSeconds(20), side.clock);
        return new LogFollower(reaction, new TypesReader(logs.sql(), reaction.types()), sql, lead, 3);
    }

    private long runAll(LogFollower follower) {
        long all = 0;
        for (long events = follower.runOnce(); events > 0; events = follower.runOnce()) {
            all += events;
        }
        return all;
    }

    private long epoch() {
        return logs.adHoc("SELECT max(epoch) FROM eventstore.leases")
                .run(Statement.of("epoch"))
                .iterator()
                .next()
                .getLong(0);
    }

    private void forgetCursor() {
        logs.adHoc("DELETE FROM eventstore.automation_cursors").run(Statement.of("forget"));
    }

    private RecordedEvent lastOf(String type, String id) {
        return events(type, id).getLast();
    }

    private List<String> types(String type, String id) {
        return events(type, id).stream().map(RecordedEvent::type).toList();
    }

    private List<RecordedEvent> events(String type, String id) {
        return side.log.readAggregate(new AggregateId(WriteSide.INSTANCE, type, id), 1);
    }
}
