package dev.vesper.eventstore.write.sessionlogout;

import dev.vesper.eventstore.write.CommandPipeline;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Which apps of a session want to be told of its end: from the log itself, so that one that joined a moment ago is not left out. */
@Singleton
public final class AppsToTell {
    private final CommandPipeline pipeline;

    AppsToTell(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** By client id. */
    public List<AppToTell> of(String instanceId, String sessionId) {
        return pipeline
                .aggregates()
                .load(SessionLogoutDecider.KIND, instanceId, sessionId)
                .state()
                .apps()
                .values()
                .stream()
                .sorted(Comparator.comparing(AppToTell::clientId))
                .toList();
    }
}
