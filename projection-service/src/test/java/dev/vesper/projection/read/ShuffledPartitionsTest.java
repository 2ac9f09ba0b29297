package dev.vesper.projection.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.engine.ReadSide;
import dev.vesper.projection.given.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Partitions keep the order of a key and nothing else. So the rows must be the same, whichever partition is read first. */
final class ShuffledPartitionsTest {
    private static final long SEED = 20_260_101;
    private static final int SHUFFLES = 5;
    private static final List<String> TABLES = List.of(
            "apps7",
            "apps7_oidc_configs",
            "ended1",
            "features1",
            "instances1",
            "instances1_domains",
            "logouts1_notifications",
            "logouts1_registrations",
            "oidc_sessions1",
            "oidc_sessions1_access_tokens",
            "projects1",
            "sessions1",
            "users1",
            "web_keys1");

    @Test
    void any_interleaving_of_partitions_gives_the_same_rows() {
        Random random = new Random(SEED);
        List<RecordedEvent> history;
        Map<String, List<String>> inOrder;
        try (ReadSide readSide = new ReadSide()) {
            live(readSide.history(), random);
            readSide.apply();
            history = readSide.history().events();
            inOrder = rows(readSide);
        }

        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            try (ReadSide readSide = new ReadSide()) {
                readSide.applyShuffled(history, random);
                assertThat(rows(readSide))
                        .as("seed %d, shuffle %d", SEED, shuffle)
                        .isEqualTo(inOrder);
            }
        }
    }

    @Test
    void every_table_of_every_view_is_compared() {
        try (ReadSide readSide = new ReadSide()) {
            assertThat(readSide.views()
                            .rows("(SELECT table_name FROM information_schema.tables WHERE table_schema = 'projections'"
                                    + " AND table_name ~ '[0-9]' AND table_name <> 'failed_events2')"))
                    .containsExactlyInAnyOrderElementsOf(
                            TABLES.stream().map(table -> "(" + table + ")").toList());
        }
    }

    private static Map<String, List<String>> rows(ReadSide readSide) {
        assertThat(readSide.views().rows("projections.parked_aggregates")).isEmpty();
        Map<String, List<String>> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, readSide.views().rows("projections." + table)));
        return rows;
    }

    /** People sign in to apps and out again, while an admin ends things at random. */
    private static void live(History history, Random random) {
        history.add(History.INSTANCE, new InstanceEvent.Added("default"));
        history.add(History.INSTANCE, new InstanceEvent.DomainAdded("localhost", true));
        for (int i = 0; i < 6; i++) {
            history.add("u" + i, person("u" + i));
            history.add("p" + i, new ProjectEvent.Added("project " + i));
            history.add("p" + i, new ProjectEvent.ApplicationAdded("a" + i, "app " + i));
        }
        for (int i = 0; i < 25; i++) {
            String session = "s" + i;
            String user = "u" + random.nextInt(6);
            int app = random.nextInt(6);
            signIn(history, session, user, app);
            disturb(history, random, session, user, app);
        }
    }

    private static void signIn(History history, String session, String user, int app) {
        String grant = "o-" + session;
        String client = "c" + app;
        history.add(session, new SessionEvent.Added(new SessionEvent.UserAgent("agent", null, null)));
        history.add(session, new SessionEvent.UserChecked(user, History.OWNER, History.BEGIN));
        history.add(
                grant,
                new OidcSessionEvent.Added(
                        user,
                        History.OWNER,
                        session,
                        client,
                        "p" + app,
                        "a" + app,
                        List.of(client),
                        List.of("openid"),
                        List.of("pwd"),
                        History.BEGIN,
                        null,
                        "http://localhost:8080"));
        history.add(
                grant,
                new OidcSessionEvent.AccessTokenAdded(
                        "t1", List.of("openid"), History.BEGIN.plus(Duration.ofHours(1))));
        history.add(
                session,
                new SessionLogoutEvent.BackChannelRegistered(grant, user, client, "https://" + client + ".example"));
    }

    private static void disturb(History history, Random random, String session, String user, int app) {
        Event end = switch (random.nextInt(6)) {
            case 0 -> new UserEvent.Locked();
            case 1 -> new UserEvent.SessionsEnded("admin");
            case 2 -> new ProjectEvent.ApplicationSessionsEnded("a" + app, "admin");
            case 3 -> new OrgEvent.SessionsEnded("admin");
            case 4 -> new OidcSessionEvent.Ended("app_removed");
            default -> new SessionEvent.Terminated(null, "user");
        };
        String aggregate = switch (end) {
            case UserEvent _ -> user;
            case ProjectEvent _ -> "p" + app;
            case OrgEvent _ -> History.OWNER;
            case OidcSessionEvent _ -> "o-" + session;
            default -> session;
        };
        history.add(aggregate, end);
        history.add("n-" + session, new NotificationEvent.Requested(request(session, "c" + app)));
        history.add("n-" + session, new NotificationEvent.Sent(1, 200));
        history.add(session, new SessionLogoutEvent.BackChannelSent("c" + app, null));
    }

    private static NotificationEvent.Request request(String session, String client) {
        return new NotificationEvent.Request(
                null,
                null,
                session,
                History.OWNER,
                null,
                new NotificationEvent.TriggerEvent("session", session, "session.terminated", 3, History.BEGIN),
                "session_logout.back_channel",
                "LogoutToken",
                "security_event_token",
                null,
                new NotificationEvent.Args(null, null, session, client, null, null));
    }

    private static UserEvent person(String name) {
        return new UserEvent.HumanAdded(name, name, "X", name, "en", name + "@example.org", true, null, "hash", false);
    }
}
