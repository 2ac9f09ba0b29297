package dev.vesper.projection.read;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.projection.engine.Projection;
import dev.vesper.projection.engine.Shuffles;
import dev.vesper.projection.given.AllProjections;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.Views;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The views together, in a life of many people; each view's own test adds what is not in it. */
final class ShuffledPartitionsTest {
    private static final long SEED = 20_260_101;

    @Test
    void any_interleaving_of_partitions_gives_the_same_rows() {
        Shuffles.giveTheSameRows(
                history -> live(history, new Random(SEED)), "sessions1", "ended1", "logouts1_notifications");
    }

    /** A rebuild and the removal of an old version find a view's tables by their names. */
    @Test
    void every_table_names_its_view_and_the_views_version() {
        try (Views views = new Views(AllProjections.list())) {
            Map<String, Long> tables = AllProjections.list().stream()
                    .collect(toMap(
                            Projection::name,
                            view -> views.tables().stream()
                                    .filter(table -> table.matches(view.name() + view.version() + "(_[a-z0-9_]+)?"))
                                    .count()));

            assertThat(tables.values()).as("tables by view: " + tables).doesNotContain(0L);
            assertThat(tables.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(views.tables().size());
        }
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
