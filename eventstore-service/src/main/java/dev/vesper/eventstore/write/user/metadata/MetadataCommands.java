package dev.vesper.eventstore.write.user.metadata;

import dev.vesper.events.UserMetadataEvent;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.user.Users;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is kept with users. Each throws {@link dev.vesper.eventstore.write.CommandRejected}. */
@Singleton
public final class MetadataCommands {
    private final CommandPipeline pipeline;

    MetadataCommands(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** @param entries values in base64 by key; all are set, or none */
    public Written set(AdminCaller caller, String userId, Map<String, String> entries) {
        return change(caller, userId, state -> MetadataDecider.set(entries, state));
    }

    public Written remove(AdminCaller caller, String userId, String key) {
        return change(caller, userId, state -> MetadataDecider.remove(key, state));
    }

    private Written change(
            AdminCaller caller, String userId, Function<Map<String, String>, List<UserMetadataEvent>> decision) {
        return pipeline.change(unit -> {
            var metadata = unit.load(MetadataDecider.KIND, caller.instanceId(), userId);
            Users.present(unit, caller, userId);
            unit.append(metadata, caller.userId(), decision.apply(metadata.state()));
            return metadata;
        });
    }
}
