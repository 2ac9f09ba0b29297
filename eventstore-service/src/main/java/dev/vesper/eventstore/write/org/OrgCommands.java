package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/**
 * What an admin may do with organisations. Each throws {@link dev.vesper.eventstore.write.CommandRejected}; repeating a
 * change that holds already is a success that writes nothing.
 */
public interface OrgCommands {
    OrgCreated create(AdminCaller caller, String name);

    Written rename(AdminCaller caller, String orgId, String name);

    /** Its people can sign in no more and its apps give no token; the sessions of its people end. */
    Written deactivate(AdminCaller caller, String orgId);

    Written reactivate(AdminCaller caller, String orgId);

    /** Counts at once; what it owns is then removed by events of its own. */
    Written remove(AdminCaller caller, String orgId);

    Written addDomain(AdminCaller caller, String orgId, String domain);

    /** The caller vouches for it: whoever may call this has seen the proof. */
    Written verifyDomain(AdminCaller caller, String orgId, String domain);

    Written setPrimaryDomain(AdminCaller caller, String orgId, String domain);

    Written removeDomain(AdminCaller caller, String orgId, String domain);

    record OrgCreated(String orgId, Written written) {}
}
