package dev.vesper.eventstore.write.authrequest;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.events.AuthRequestEvent.SessionLinked;
import dev.vesper.eventstore.crypto.OpaqueToken;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.SubjectEnded;
import dev.vesper.eventstore.write.TokenSettings;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.authrequest.AuthRequests.Open;
import dev.vesper.eventstore.write.project.ClientScope;
import dev.vesper.eventstore.write.session.SessionScope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a signed-in person a code for a relying party, in one push that is refused when the session, or anything that it
 * or the app stands on, has ended.
 */
@Singleton
public final class CodeIssuing {
    /** What a code begins with. */
    public static final String PREFIX = "vc_";

    private final CommandPipeline pipeline;
    private final AuthRequests requests;
    private final IdSource ids;
    private final RandomTokens tokens;
    private final Clock clock;
    private final TokenSettings settings;

    CodeIssuing(
            CommandPipeline pipeline,
            AuthRequests requests,
            IdSource ids,
            RandomTokens tokens,
            Clock clock,
            TokenSettings settings) {
        this.pipeline = pipeline;
        this.requests = requests;
        this.ids = ids;
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    public sealed interface Result {}

    public record CodeIssued(String code, Open request) implements Result {}

    /** The person must sign in again. */
    public record SessionEnded(String reason) implements Result {}

    /** The stored request is unknown, too old or finished. */
    public record RequestGone() implements Result {}

    /** For a stored request. */
    public Result issue(String instanceId, String authRequestId, String sessionId) {
        try {
            return attempt(instanceId, sessionId, authRequestId, unit -> {
                var stored = unit.load(AuthRequestDecider.KIND, instanceId, authRequestId);
                return new Asked(
                        requests.open(stored),
                        stored.state(),
                        command -> unit.append(
                                stored, command.link().userId(), AuthRequestDecider.decide(command, stored.state())));
            });
        } catch (CommandRejected e) {
            if (e.kind() == CommandRejected.Kind.NOT_FOUND) {
                return new RequestGone();
            }
            throw e;
        }
    }

    /** For a request that was not stored, because its person was signed in already. */
    public Result issue(String instanceId, AuthRequestEvent.Added request, String sessionId) {
        AggregateId id = new AggregateId(instanceId, AuthRequestDecider.KIND.type(), ids.next());
        return attempt(instanceId, sessionId, id.id(), unit -> {
            var added =
                    AuthRequestDecider.decide(new AuthRequestCommand.Add(request), AuthRequestDecider.initialState());
            var state = AuthRequestDecider.evolve(AuthRequestDecider.initialState(), request);
            return new Asked(new Open(id.id(), request, clock.instant()), state, command -> {
                var events = new ArrayList<>(added);
                events.addAll(AuthRequestDecider.decide(command, state));
                unit.begin(id, instanceId, command.link().userId(), events);
            });
        });
    }

    private Result attempt(String instanceId, String sessionId, String requestId, Source source) {
        String code = OpaqueToken.of(PREFIX, requestId, tokens.next());
        Instant expiresAt = clock.instant().plus(settings.codeLifetime());
        try {
            return pipeline.execute(unit -> decide(unit, instanceId, sessionId, source, code, expiresAt))
                    .result();
        } catch (SubjectEnded e) {
            return new SessionEnded(e.reason());
        }
    }

    private static Result decide(
            UnitOfWork unit, String instanceId, String sessionId, Source source, String code, Instant expiresAt) {
        Asked asked = source.load(unit);
        Optional<SessionScope> found = SessionScope.load(unit, instanceId, sessionId);
        if (found.isEmpty()) {
            return new SessionEnded("unknown");
        }
        SessionScope scope = found.get();
        Optional<String> ended =
                scope.endReason().or(() -> otherUserAgent(scope, asked.open().request()));
        if (ended.isPresent()) {
            return new SessionEnded(ended.get());
        }
        ClientScope client = client(unit, instanceId, asked.open().request());
        scope.requireNotEnded(unit);
        client.requireNotEnded(unit, scope.begunAt());
        asked.append().accept(new AuthRequestCommand.IssueCode(link(scope), TokenHash.of(code), expiresAt));
        return new CodeIssued(code, asked.open());
    }

    /** A session is good in the user agent that it began in, and nowhere else. */
    private static Optional<String> otherUserAgent(SessionScope scope, AuthRequestEvent.Added request) {
        return request.userAgentId().equals(scope.session().state().userAgentId())
                ? Optional.empty()
                : Optional.of("other_user_agent");
    }

    private static ClientScope client(UnitOfWork unit, String instanceId, AuthRequestEvent.Added request) {
        ClientScope client = ClientScope.load(unit, instanceId, request.clientId())
                .filter(ClientScope::isActive)
                .orElseThrow(() -> CommandRejected.failedPrecondition("CLIENT_NOT_ACTIVE", "The app is not active."));
        if (!client.config().redirectUris().contains(request.redirectUri())) {
            throw CommandRejected.invalid("REDIRECT_URI_UNKNOWN", "redirectUri", "redirectUri is not registered.");
        }
        return client;
    }

    private static SessionLinked link(SessionScope scope) {
        return new SessionLinked(
                scope.sessionId(),
                scope.userId(),
                Objects.requireNonNull(scope.session().state().authTime(), "a session begins by a check"),
                scope.session().state().authMethods());
    }

    /** Where the request of this attempt comes from. */
    private interface Source {
        Asked load(UnitOfWork unit);
    }

    private interface Appending {
        void accept(AuthRequestCommand.IssueCode command);
    }

    private record Asked(Open open, AuthRequestState state, Appending append) {}
}
