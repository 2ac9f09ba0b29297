package dev.vesper.projection.given;

import dev.vesper.events.Event;
import dev.vesper.events.InstanceEvent;
import dev.vesper.events.NotificationEvent;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.OrgEvent;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.ProjectEvent.OidcAppConfig;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.events.UserEvent;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** People sign in to apps and out again, while an admin ends things at random. */
public final class Life {
    private static final int PEOPLE = 6;

    private final History history;
    private final Random random;

    public Life(History history, Random random) {
        this.history = history;
        this.random = random;
    }

    public void of(int sessions) {
        begin();
        for (int i = 0; i < sessions; i++) {
            session("s" + i);
        }
    }

    /** What there is before anybody signs in. */
    public void begin() {
        history.add(History.INSTANCE, new InstanceEvent.Added("default"));
        history.add(History.INSTANCE, new InstanceEvent.DomainAdded("localhost", true));
        for (int i = 0; i < PEOPLE; i++) {
            history.add("u" + i, person("u" + i));
            history.add("p" + i, new ProjectEvent.Added("project " + i));
            app(i);
        }
    }

    /** One more app, which is changed at once. */
    public void app(int number) {
        String project = "p" + number % PEOPLE;
        String app = "a" + number;
        history.add(project, new ProjectEvent.ApplicationAdded(app, "app " + number));
        history.add(project, new ProjectEvent.OidcConfigAdded(app, "c" + number, "hash", config(number)));
        history.add(project, new ProjectEvent.ApplicationChanged(app, "app " + random.nextInt()));
    }

    /** Somebody signs in, and something ends. */
    public void session(String session) {
        String user = "u" + random.nextInt(PEOPLE);
        int app = random.nextInt(PEOPLE);
        signIn(session, user, app);
        disturb(session, user, app);
    }

    private void signIn(String session, String user, int app) {
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

    private void disturb(String session, String user, int app) {
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

    private static OidcAppConfig config(int number) {
        String origin = "https://app" + number + ".example";
        return new OidcAppConfig(
                List.of(origin + "/callback"),
                List.of(),
                List.of("RESPONSE_TYPE_CODE"),
                List.of("GRANT_TYPE_AUTHORIZATION_CODE"),
                "APP_TYPE_WEB",
                "AUTH_METHOD_TYPE_BASIC",
                "ACCESS_TOKEN_TYPE_BEARER",
                false,
                origin + "/logout",
                true,
                null,
                false,
                "RS256");
    }
}
