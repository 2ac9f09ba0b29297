package dev.vesper.eventstore.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.TestSettings;
import dev.vesper.eventstore.lease.Lease;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.TestLogs;
import dev.vesper.eventstore.log.TypesReader;
import dev.vesper.eventstore.sql.Statement;
import dev.vesper.eventstore.write.Relying;
import dev.vesper.eventstore.write.WriteSide;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.session.SessionDecider;
import dev.vesper.eventstore.write.session.SessionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SessionLifetimesTest {
    private static final AutomationSettings AUTOMATION =
            TestSettings.of(AutomationSettings.class, "vesper.automation", Map.of("sessions-in-flight", "2"));

    private final TestLogs logs = TestLogs.create();
    private final WriteSide side = new WriteSide(logs.log(), 5);

    @AfterEach
    void close() {
        side.close();
        logs.close();
    }

    @Test
    void a_session_ends_when_its_lifetime_is_over_and_says_so() {
        List<String> sessions = List.of(signIn("ada"), signIn("bob"), signIn("eve"));
        LogFollower follower = follower("30d", "0s");
        runAll(follower);
        side.clock.advance(Duration.ofDays(29));
        runAll(follower);
        assertThat(sessions).noneMatch(this::hasEnded);

        side.clock.advance(Duration.ofDays(2));
        runAll(follower);
        assertThat(sessions).allSatisfy(id -> assertThat(last(id).payload()).contains("expired"));
        runAll(follower);
        assertThat(count("eventstore.session_lifetimes")).isZero();
    }

    @Test
    void an_idle_session_ends_and_one_in_which_a_token_is_renewed_goes_on() {
        Relying app = Relying.party(side, "App");
        String idle = signIn("ada");
        String busy = signIn("bob");
        Grant grant = app.exchange(app.code(busy, "openid"));
        runAll(grants());
        LogFollower follower = follower("0s", "10d");
        runAll(follower);
        run("UPDATE eventstore.session_lifetimes SET active_at = active_at - interval '9 days'");
        follower.stop();
        app.refresh(grant.refreshToken());
        LogFollower later = follower("0s", "10d"); // It has not noted an activity a moment ago.
        runAll(later);
        side.clock.advance(Duration.ofDays(2));
        runAll(later);

        assertThat(hasEnded(idle)).isTrue();
        assertThat(hasEnded(busy)).isFalse();
    }

    @Test
    void an_app_that_joins_and_a_password_that_is_given_again_are_activities() {
        Relying app = Relying.party(side, "App");
        String joined = signIn("ada");
        LogFollower follower = follower("0s", "10d");
        runAll(follower);
        run("UPDATE eventstore.session_lifetimes SET active_at = active_at - interval '9 days'");
        var _ = app.exchange(app.code(joined, "openid"));
        runAll(follower);
        side.clock.advance(Duration.ofDays(2));
        runAll(follower);

        assertThat(hasEnded(joined)).isFalse();
    }

    @Test
    void a_session_with_a_lifetime_of_its_own_ends_then() {
        String id = signIn("ada");
        side.pipeline.change(unit -> {
            var session = unit.load(SessionDecider.KIND, WriteSide.INSTANCE, id);
            unit.append(session, "test", List.of(new SessionEvent.LifetimeSet(Duration.ofHours(1))));
            return session;
        });
        LogFollower follower = follower("0s", "0s");
        runAll(follower);
        side.clock.advance(Duration.ofMinutes(59));
        runAll(follower);
        assertThat(hasEnded(id)).isFalse();
        side.clock.advance(Duration.ofMinutes(2));
        runAll(follower);
        assertThat(hasEnded(id)).isTrue();
    }

    @Test
    void nothing_ends_while_events_are_left_that_may_be_activities() {
        Relying app = Relying.party(side, "App");
        String busy = signIn("ada");
        LogFollower follower = follower("0s", "10d");
        runAll(follower);
        run("UPDATE eventstore.session_lifetimes SET active_at = active_at - interval '11 days'");
        var _ = app.exchange(app.code(busy, "openid"));
        side.clock.advance(Duration.ofSeconds(2));
        runAll(follower);

        assertThat(hasEnded(busy)).isFalse();
    }

    private String signIn(String name) {
        return side.signIn(side.newUser(name));
    }

    private LogFollower follower(String lifetime, String idle) {
        SessionSettings settings = TestSettings.of(
                SessionSettings.class, "vesper.session", Map.of("lifetime", lifetime, "idle-lifetime", idle));
        return follower(new WhenSessionGoesOnTooLongThenEndIt(
                side.journal, new SessionLifetimes(logs.sql()), each(), settings, side.clock));
    }

    /** Keeps the grants, by which an activity finds its session. */
    private LogFollower grants() {
        return follower(
                new WhenSessionsEndedInBulkThenEndEach(side.journal, new LiveSessions(logs.sql()), each(), true));
    }

    private EndEach each() {
        return new EndEach(side.sessions, side.oidc.ending(), AUTOMATION);
    }

    private LogFollower follower(Reaction reaction) {
        Lease lease = new Lease(logs.sql(), reaction.name(), "pod-1", Duration.ofMinutes(1));
        Lead lead = new Lead(lease, reaction.name(), Duration.ofDays(400), side.clock);
        return new LogFollower(reaction, new TypesReader(logs.sql(), reaction.types()), logs.sql(), lead, 3);
    }

    private static void runAll(LogFollower follower) {
        long events = follower.runOnce();
        while (events > 0) {
            events = follower.runOnce();
        }
    }

    private void run(String sql) {
        logs.adHoc(sql).run(Statement.of("ad hoc"));
    }

    private long count(String table) {
        return logs.adHoc("SELECT count(*) FROM " + table)
                .run(Statement.of("count"))
                .iterator()
                .next()
                .getLong(0);
    }

    private boolean hasEnded(String sessionId) {
        return last(sessionId).type().equals("session.terminated");
    }

    private RecordedEvent last(String sessionId) {
        return side.log
                .readAggregate(new AggregateId(WriteSide.INSTANCE, "session", sessionId), 1)
                .getLast();
    }
}
