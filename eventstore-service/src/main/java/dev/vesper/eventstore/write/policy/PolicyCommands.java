package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/**
 * What an admin may rule. Each throws {@link dev.vesper.eventstore.write.CommandRejected}; repeating a change that holds
 * already is a success that writes nothing.
 */
public interface PolicyCommands {
    /** What the instance says, or the default. */
    Ruling ofInstance(AdminCaller caller, Policy.Kind kind);

    /** What the organisation says, or its instance, or the default. */
    Ruling ofOrg(AdminCaller caller, String orgId, Policy.Kind kind);

    Written setOfInstance(AdminCaller caller, Policy policy);

    Written setOfOrg(AdminCaller caller, String orgId, Policy policy);

    /** From now on the default holds again. */
    Written resetOfInstance(AdminCaller caller, Policy.Kind kind);

    /** From now on the instance's holds again. */
    Written resetOfOrg(AdminCaller caller, String orgId, Policy.Kind kind);
}
