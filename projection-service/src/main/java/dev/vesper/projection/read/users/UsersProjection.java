package dev.vesper.projection.read.users;

import dev.vesper.events.Event;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.events.UserEvent.Deactivated;
import dev.vesper.events.UserEvent.HumanAdded;
import dev.vesper.events.UserEvent.Locked;
import dev.vesper.events.UserEvent.PasswordChanged;
import dev.vesper.events.UserEvent.PatAdded;
import dev.vesper.events.UserEvent.PatRemoved;
import dev.vesper.events.UserEvent.Reactivated;
import dev.vesper.events.UserEvent.Removed;
import dev.vesper.events.UserEvent.SessionsEnded;
import dev.vesper.events.UserEvent.SignedOut;
import dev.vesper.events.UserEvent.Unlocked;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.engine.Projection;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
final class UsersProjection implements Projection {
    private static final Sql ADD_HUMAN = Sql.of(UsersProjection.class, "add_human");
    private static final Sql SET_STATE = Sql.of(UsersProjection.class, "set_state");
    private static final Sql REMOVE = Sql.of(UsersProjection.class, "remove_user");
    private static final Sql TOUCH = Sql.of(UsersProjection.class, "touch_user");

    @Override
    public String name() {
        return "users";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("user");
    }

    @Override
    public Change reduce(RecordedEvent at, Event event) {
        return event instanceof UserEvent user ? reduce(at, user) : Change.NONE;
    }

    private static Change reduce(RecordedEvent at, UserEvent event) {
        return switch (event) {
            case HumanAdded added -> add(at, added);
            case Locked _ -> state(at, "locked");
            case Unlocked _ -> state(at, "active");
            case Deactivated _ -> state(at, "inactive");
            case Reactivated _ -> state(at, "active");
            case Removed _ ->
                REMOVE.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position());
            case PasswordChanged _ -> touch(at);
            case SignedOut _ -> touch(at);
            case SessionsEnded _ -> touch(at);
            case PatAdded _ -> touch(at);
            case PatRemoved _ -> touch(at);
        };
    }

    private static Change add(RecordedEvent at, HumanAdded added) {
        return ADD_HUMAN.with(
                at.instanceId(),
                at.aggregateId(),
                at.createdAt(),
                at.sequence(),
                at.position(),
                at.owner(),
                added.userName(),
                added.firstName(),
                added.lastName(),
                added.displayName(),
                added.preferredLanguage(),
                added.email(),
                added.emailVerified(),
                added.phone());
    }

    private static Change state(RecordedEvent at, String state) {
        return SET_STATE.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position(), state);
    }

    private static Change touch(RecordedEvent at) {
        return TOUCH.with(at.instanceId(), at.aggregateId(), at.createdAt(), at.sequence(), at.position());
    }
}
