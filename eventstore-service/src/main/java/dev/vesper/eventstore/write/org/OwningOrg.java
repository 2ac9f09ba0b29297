package dev.vesper.eventstore.write.org;

import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.UnitOfWork;
import dev.vesper.eventstore.write.instance.InstanceDecider;

/** The organisation that will own something new. */
public final class OwningOrg {
    private OwningOrg() {}

    /**
     * The push is refused should the organisation change before it, so nothing is created in one that is being removed.
     *
     * @param asked empty for the instance's default organisation
     * @throws CommandRejected when there is no such organisation
     */
    public static String of(UnitOfWork unit, String instanceId, String asked) {
        if (asked.isEmpty()) {
            return unit.load(InstanceDecider.KIND, instanceId, instanceId)
                    .state()
                    .defaultOrgId();
        }
        var org = unit.load(OrgDecider.KIND, instanceId, asked);
        if (!org.state().present()) {
            throw OrgDecider.notFound();
        }
        unit.hold(org);
        return asked;
    }
}
