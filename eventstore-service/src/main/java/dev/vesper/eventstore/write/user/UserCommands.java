package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.machine.MachineState.Description;

/**
 * What an admin may do with users. Each throws {@link dev.vesper.eventstore.write.CommandRejected}; repeating a change
 * that holds already is a success that writes nothing.
 */
public interface UserCommands {
    UserCreated createHuman(AdminCaller caller, CreateHuman command);

    UserCreated createMachine(AdminCaller caller, String userName, Description description);

    Written changeUserName(AdminCaller caller, String userId, String userName);

    Written deactivate(AdminCaller caller, String userId);

    Written reactivate(AdminCaller caller, String userId);

    Written lock(AdminCaller caller, String userId);

    /** Also forgets failed password checks. */
    Written unlock(AdminCaller caller, String userId);

    /** Also destroys the key of the user's personal data. */
    Written remove(AdminCaller caller, String userId);

    /** Logs the user out everywhere: counts at once; each session then ends with its own event. */
    Written endSessions(AdminCaller caller, String userId);

    record UserCreated(String userId, Written written) {}
}
