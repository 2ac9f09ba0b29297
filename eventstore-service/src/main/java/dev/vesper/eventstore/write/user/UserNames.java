package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.Loaded;
import dev.vesper.eventstore.write.UnitOfWork;
import java.util.Locale;

/** User names are unique in an instance, whatever their case. The table of unique values holds an HMAC, for names are personal. */
public final class UserNames {
    private static final String TYPE = "user_name";

    private final MasterKey masterKey;

    public UserNames(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    public void claim(UnitOfWork unit, String instanceId, String userName) {
        unit.claim(
                instanceId,
                TYPE,
                field(userName),
                CommandRejected.alreadyExists("USER_NAME_TAKEN", "Another user has this name."));
    }

    void release(UnitOfWork unit, Loaded<UserState> user) {
        String userName = user.state().userName();
        if (userName != null) {
            unit.release(user.id().instanceId(), TYPE, field(userName));
        }
    }

    /** A name that differs in its case alone is the user's own already. */
    void change(UnitOfWork unit, Loaded<UserState> user, String userName) {
        String old = user.state().userName();
        if (old == null || !field(old).equals(field(userName))) {
            release(unit, user);
            claim(unit, user.id().instanceId(), userName);
        }
    }

    private String field(String userName) {
        return masterKey.blind(userName.strip().toLowerCase(Locale.ROOT));
    }
}
