package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;

/** The one way to the user whom an admin's command is about. */
public final class Users {
    private Users() {}

    /**
     * Whoever decides on a part of the user loads that part first: then what is found here is not older, and a removal
     * between the two fails the push.
     *
     * @throws dev.vesper.eventstore.write.CommandRejected where there is no such user for the caller
     */
    public static Loaded<UserState> present(UnitOfWork unit, AdminCaller caller, String userId) {
        var user = unit.load(UserDecider.KIND, caller.instanceId(), userId);
        if (!user.state().isPresent()) {
            throw UserDecider.notFound();
        }
        return user;
    }
}
