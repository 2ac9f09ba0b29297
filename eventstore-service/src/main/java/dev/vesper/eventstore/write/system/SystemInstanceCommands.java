package dev.vesper.eventstore.write.system;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.CreateHuman;
import java.util.List;

/** What a system's admin may do with its instances. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
public interface SystemInstanceCommands {
    InstanceCreated create(AdminCaller caller, NewInstance instance);

    /**
     * @param domains the first becomes the primary one
     * @param orgName empty for the instance's name
     * @param language BCP 47; empty for none
     */
    record NewInstance(String name, List<String> domains, String orgName, CreateHuman admin, String language) {}

    /** @param token the admin's, shown this once */
    record InstanceCreated(String instanceId, String orgId, String userId, String token, Written written) {
        /** Without the token. */
        @Override
        public String toString() {
            return "InstanceCreated[instanceId=" + instanceId + "]";
        }
    }
}
