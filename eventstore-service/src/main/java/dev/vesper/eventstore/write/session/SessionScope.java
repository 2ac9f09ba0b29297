package dev.vesper.eventstore.write.session;

import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.Subjects;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.InstanceDecider;
import dev.vesper.eventstore.write.instance.InstanceState;
import dev.vesper.eventstore.write.org.OrgDecider;
import dev.vesper.eventstore.write.org.OrgState;
import dev.vesper.eventstore.write.user.UserDecider;
import dev.vesper.eventstore.write.user.UserState;
import java.util.Optional;
import java.util.stream.Stream;

/** A session with all that it stands on. When any of it has ended since the session began, the session is dead. */
public record SessionScope(
        Loaded<SessionState> session, Loaded<UserState> user, Loaded<OrgState> org, Loaded<InstanceState> instance) {

    /** @return empty for a session that does not exist */
    public static Optional<SessionScope> load(Loader loader, String instanceId, String sessionId) {
        var session = loader.load(SessionDecider.KIND, instanceId, sessionId);
        if (!session.exists()) {
            return Optional.empty();
        }
        return Optional.of(new SessionScope(
                session,
                loader.load(UserDecider.KIND, instanceId, session.state().userId()),
                loader.load(OrgDecider.KIND, instanceId, session.owner()),
                loader.load(InstanceDecider.KIND, instanceId, instanceId)));
    }

    /** Why the session is dead, by its own end or by the end of what it stands on; empty while it is alive. */
    public Optional<String> endReason() {
        return Optional.ofNullable(session.state().endReason()).or(this::groundEndReason);
    }

    /** As {@link #endReason}, leaving out the session's own end. */
    public Optional<String> groundEndReason() {
        return Stream.of(
                        user.endedSince(userSubject(), begunAt()),
                        org.endedSince(orgSubject(), begunAt()),
                        instance.endedSince(instanceSubject(), begunAt()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The push is refused when the session, or what it stands on, ends before it. */
    public void requireNotEnded(UnitOfWork unit) {
        unit.requireNotEnded(Subjects.session(instanceId(), sessionId()), 0);
        requireGroundNotEnded(unit);
    }

    /** As {@link #requireNotEnded}, leaving out the session itself: for grants that may outlive it. */
    public void requireGroundNotEnded(UnitOfWork unit) {
        unit.requireNotEnded(userSubject(), begunAt());
        unit.requireNotEnded(orgSubject(), begunAt());
        unit.requireNotEnded(instanceSubject(), begunAt());
    }

    public String instanceId() {
        return session.id().instanceId();
    }

    public String sessionId() {
        return session.id().id();
    }

    public String userId() {
        return session.state().userId();
    }

    /** The position of the session's first event. */
    public long begunAt() {
        return session.begunAt();
    }

    private Subject userSubject() {
        return Subjects.user(instanceId(), userId());
    }

    private Subject orgSubject() {
        return Subjects.org(instanceId(), session.owner());
    }

    private Subject instanceSubject() {
        return Subjects.instance(instanceId());
    }
}
