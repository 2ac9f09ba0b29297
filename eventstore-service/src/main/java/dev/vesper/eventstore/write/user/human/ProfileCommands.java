package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import java.util.Set;

/** What people are called. Throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface ProfileCommands {
    /** @param fields that change, as the proto file names them; others stay, whatever the profile says */
    Written change(AdminCaller caller, String userId, Profile profile, Set<String> fields);
}
