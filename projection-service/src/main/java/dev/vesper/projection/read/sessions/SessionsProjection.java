package dev.vesper.projection.read.sessions;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.events.SessionEvent.Added;
import dev.vesper.events.SessionEvent.LifetimeSet;
import dev.vesper.events.SessionEvent.PasswordChecked;
import dev.vesper.events.SessionEvent.Terminated;
import dev.vesper.events.SessionEvent.UserChecked;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class SessionsProjection implements Projection {
    private static final Sql ADD = Sql.of(SessionsProjection.class, "add_session");
    private static final Sql SET_USER = Sql.of(SessionsProjection.class, "set_user");
    private static final Sql SET_PASSWORD_CHECKED = Sql.of(SessionsProjection.class, "set_password_checked");
    private static final Sql SET_LIFETIME = Sql.of(SessionsProjection.class, "set_lifetime");
    private static final Sql END = Sql.of(SessionsProjection.class, "end_session");

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("session");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof SessionEvent session ? reduce(at, session) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, SessionEvent event) {
        return switch (event) {
            case Added added -> add(at, added.userAgent());
            case UserChecked checked -> user(at, checked);
            case PasswordChecked checked -> set(SET_PASSWORD_CHECKED, at, checked.checkedAt());
            case LifetimeSet set -> set(SET_LIFETIME, at, set.lifetime());
            case Terminated terminated -> set(END, at, terminated.reason());
        };
    }

    private static Change add(RecordedEvent at, SessionEvent.UserAgent userAgent) {
        return ADD.with(
                at.instanceId(),
                at.aggregateId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                at.owner(),
                userAgent.id(),
                userAgent.description(),
                userAgent.ip());
    }

    private static Change user(RecordedEvent at, UserChecked checked) {
        return SET_USER.with(
                at.instanceId(),
                at.aggregateId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                checked.userId(),
                checked.userResourceOwner(),
                checked.checkedAt());
    }

    private static Change set(Sql sql, RecordedEvent at, Object value) {
        return sql.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position(), value);
    }
}
