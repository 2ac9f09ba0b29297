package dev.vesper.eventstore.write.session;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.SessionEvent.UserAgent;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Expectation;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Outcome;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.policy.Ruling;
import dev.vesper.eventstore.write.user.UserCommand;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.UserState;
import dev.vesper.eventstore.write.usercheck.UserCheckCommand;
import dev.vesper.eventstore.write.usercheck.UserCheckDecider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signs a person in by password. The slow hash is compared before anything is decided; its result is recorded on
 * {@code user_check} at an exact sequence, so of many guesses at once each counts, and none after the lock does.
 */
@Singleton
public final class SignIn {
    private final CommandPipeline pipeline;
    private final Passwords passwords;
    private final IdSource ids;
    private final Clock clock;

    SignIn(CommandPipeline pipeline, Passwords passwords, IdSource ids, Clock clock) {
        this.pipeline = pipeline;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param userId empty for an unknown login name
     * @param sessionId a session to check again; empty for a new one
     */
    public record Request(String instanceId, String userId, String password, UserAgent userAgent, String sessionId) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Request[userId=" + userId + "]";
        }
    }

    public sealed interface Result {}

    public record SignedIn(String sessionId, Instant authTime, ConsistencyToken token) implements Result {}

    public record WrongCredentials() implements Result {}

    public record AccountLocked() implements Result {}

    public Result signIn(Request request) {
        if (request.userId().isEmpty()) {
            passwords.verifyNobody(request.password());
            return new WrongCredentials();
        }
        var user = pipeline.aggregates().load(UserDecider.KIND, request.instanceId(), request.userId());
        String hash = user.state().hashedPassword();
        Attempt attempt = new Attempt(request, hash, verify(request.password(), hash), ids.next(), clock.instant());
        Outcome<Decision> outcome = pipeline.execute(unit -> decide(unit, attempt));
        return switch (outcome.result()) {
            case Decision.Wrong _ -> new WrongCredentials();
            case Decision.Locked _ -> new AccountLocked();
            case Decision.Right right -> new SignedIn(right.sessionId(), attempt.at(), outcome.token());
        };
    }

    private boolean verify(String password, @Nullable String hash) {
        if (hash == null) {
            passwords.verifyNobody(password);
            return false;
        }
        return passwords.verify(password, hash);
    }

    private static Decision decide(UnitOfWork unit, Attempt attempt) {
        Request request = attempt.request();
        var user = unit.load(UserDecider.KIND, request.instanceId(), request.userId());
        if (user.state().isPresent() && user.state().locked()) {
            return new Decision.Locked();
        }
        if (!user.state().mayAct() || !Objects.equals(user.state().hashedPassword(), attempt.hash())) {
            return new Decision.Wrong();
        }
        var org = unit.load(OrgDecider.KIND, request.instanceId(), user.owner());
        var instance = unit.load(InstanceDecider.KIND, request.instanceId(), request.instanceId());
        if (!org.state().active() || !instance.state().present()) {
            return new Decision.Wrong();
        }
        unit.hold(org);
        unit.hold(instance);
        var byInstance = instance.state().policies();
        var byOrg = org.state().policies();
        if (!Ruling.login(byInstance, byOrg).allowUsernamePassword()) {
            return new Decision.Wrong();
        }
        return attempt.right()
                ? succeed(unit, attempt, user)
                : fail(unit, attempt, user, Ruling.lockout(byInstance, byOrg).maxPasswordAttempts());
    }

    private static Decision fail(UnitOfWork unit, Attempt attempt, Loaded<UserState> user, int maxAttempts) {
        boolean locks = record(unit, attempt, user, new UserCheckCommand.RecordFailure(), maxAttempts);
        if (!locks) {
            unit.hold(user);
            return new Decision.Wrong();
        }
        unit.append(user, attempt.request().userId(), UserDecider.decide(new UserCommand.Lock(), user.state()));
        return new Decision.Locked();
    }

    private static Decision succeed(UnitOfWork unit, Attempt attempt, Loaded<UserState> user) {
        unit.hold(user);
        record(unit, attempt, user, new UserCheckCommand.RecordSuccess(), 0);
        Request request = attempt.request();
        var again = SessionScope.load(unit, request.instanceId(), request.sessionId())
                .filter(scope -> scope.userId().equals(request.userId()))
                .filter(scope -> scope.session()
                        .state()
                        .userAgentId()
                        .equals(request.userAgent().id()))
                .filter(scope -> scope.endReason().isEmpty());
        if (again.isPresent()) {
            var session = again.get().session();
            var check = new SessionCommand.CheckAgain(user.owner(), attempt.at());
            unit.append(session, request.userId(), SessionDecider.decide(check, session.state()));
            return new Decision.Right(session.id().id());
        }
        var id = new AggregateId(request.instanceId(), SessionDecider.KIND.type(), attempt.newSessionId());
        var begin = new SessionCommand.Begin(request.userAgent(), request.userId(), user.owner(), attempt.at());
        unit.begin(id, user.owner(), request.userId(), SessionDecider.decide(begin, SessionDecider.initialState()));
        return new Decision.Right(id.id());
    }

    /** @return whether this failure locks the user */
    private static boolean record(
            UnitOfWork unit, Attempt attempt, Loaded<UserState> user, UserCheckCommand result, int maxAttempts) {
        var check = unit.load(
                UserCheckDecider.KIND, attempt.request().instanceId(), user.id().id());
        unit.append(
                check.id(),
                user.owner(),
                attempt.request().userId(),
                Expectation.exactly(check.sequence()),
                UserCheckDecider.decide(result, check.state()));
        return check.state().nextFailureLocks(maxAttempts);
    }

    /** What is the same at every try to record it. */
    private record Attempt(Request request, @Nullable String hash, boolean right, String newSessionId, Instant at) {}

    private sealed interface Decision {
        record Wrong() implements Decision {}

        record Locked() implements Decision {}

        record Right(String sessionId) implements Decision {}
    }
}
