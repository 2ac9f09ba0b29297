package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.TokenSettings;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Keeps authorization requests while their people sign in. */
@Singleton
public final class AuthRequests {
    /** Nobody has signed in yet, so the service itself is the author. */
    static final String CREATOR = "oidc";

    private final CommandPipeline pipeline;
    private final IdSource ids;
    private final Clock clock;
    private final TokenSettings settings;

    AuthRequests(CommandPipeline pipeline, IdSource ids, Clock clock, TokenSettings settings) {
        this.pipeline = pipeline;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** A request that waits for its person. */
    public record Open(String id, AuthRequestEvent.Added request, Instant createdAt) {}

    /** @return its id */
    public String add(String instanceId, AuthRequestEvent.Added request) {
        AggregateId id = new AggregateId(instanceId, AuthRequestDecider.KIND.type(), ids.next());
        var events = AuthRequestDecider.decide(new AuthRequestCommand.Add(request), AuthRequestDecider.initialState());
        pipeline.execute(unit -> {
            unit.begin(id, instanceId, CREATOR, events);
            return id;
        });
        return id.id();
    }

    /** @throws dev.vesper.eventstore.write.CommandRejected when it is unknown, too old or finished */
    public Open get(String instanceId, String id) {
        return open(pipeline.aggregates().load(AuthRequestDecider.KIND, instanceId, id));
    }

    /** Ends a request by an error. One that is finished stays as it is. */
    public void fail(String instanceId, String id, String error) {
        pipeline.execute(unit -> {
            var request = unit.load(AuthRequestDecider.KIND, instanceId, id);
            unit.append(
                    request, CREATOR, AuthRequestDecider.decide(new AuthRequestCommand.Fail(error), request.state()));
            return request;
        });
    }

    Open open(Loaded<AuthRequestState> request) {
        AuthRequestEvent.Added added = request.state().request();
        if (added == null || !request.state().isOpen() || isTooOld(request)) {
            throw AuthRequestDecider.gone();
        }
        return new Open(request.id().id(), added, request.createdAt());
    }

    private boolean isTooOld(Loaded<AuthRequestState> request) {
        return clock.instant().isAfter(request.createdAt().plus(settings.authRequestLifetime()));
    }
}
