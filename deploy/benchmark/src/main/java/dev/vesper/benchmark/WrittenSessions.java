package dev.vesper.benchmark;

import dev.vesper.events.Event;
import dev.vesper.events.EventCodec;
import dev.vesper.events.EventTypes;
import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionLogoutEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Append;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.log.NewEvent;
import dev.vesper.eventstore.log.Push;
import dev.vesper.local.LocalStack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions that are written to the log as sign-ins would write them, because ten thousand sign-ins would take minutes. */
final class WrittenSessions {
    private static final String INSTANCE = "default";
    private static final int AT_ONCE = 32;

    private final EventCodec codec = new EventCodec((instanceId, userId) -> Optional.empty());
    private final LocalStack stack;
    private final String userId;
    private final List<BenchmarkApp> apps;
    private final Instant now = Instant.now();

    WrittenSessions(LocalStack stack, String userId, List<BenchmarkApp> apps) {
        this.stack = stack;
        this.userId = userId;
        this.apps = apps;
    }

    void write(int sessions) throws Exception {
        try (var log = new OverGrpc(stack);
                var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Object>> pushes = new ArrayList<>();
            for (int session = 0; session < sessions; session++) {
                pushes.add(() -> log.push(session()));
            }
            for (Future<Object> push : threads.invokeAll(pushes)) {
                push.get();
            }
        }
    }

    private Push session() {
        String sessionId = UUID.randomUUID().toString();
        List<Append> appends = new ArrayList<>();
        appends.add(append(
                "session",
                sessionId,
                List.of(
                        new SessionEvent.Added(new SessionEvent.UserAgent(sessionId, "Benchmark", null)),
                        new SessionEvent.UserChecked(userId, "org", now),
                        new SessionEvent.PasswordChecked(now))));
        List<Event> registrations = new ArrayList<>();
        for (var app : apps) {
            String grant = UUID.randomUUID().toString();
            appends.add(append("oidc_session", grant, List.of(grant(sessionId, app))));
            registrations.add(new SessionLogoutEvent.BackChannelRegistered(
                    grant, userId, app.clientId(), app.home() + "/backchannel"));
        }
        appends.add(append("session_logout", sessionId, registrations));
        return new Push(UUID.randomUUID(), appends, List.of(), List.of(), List.of());
    }

    private OidcSessionEvent.Added grant(String sessionId, BenchmarkApp app) {
        return new OidcSessionEvent.Added(
                userId,
                "org",
                sessionId,
                app.clientId(),
                "project",
                "app",
                List.of(app.clientId()),
                List.of("openid"),
                List.of("pwd"),
                now,
                null,
                stack.addresses().issuer());
    }

    private Append append(String type, String id, List<? extends Event> events) {
        return new Append(
                new AggregateId(INSTANCE, type, id),
                "org",
                userId,
                Expectation.NONE,
                events.stream()
                        .map(event -> new NewEvent(
                                EventTypes.of(event).name(),
                                EventTypes.of(event).revision(),
                                codec.encode(event, INSTANCE, id)))
                        .toList());
    }
}
