package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.eventstore.write.CommandPipeline;
import dev.vesper.eventstore.write.Written;
import jakarta.inject.Singleton;

/** Ends one app's part of a session; only that app is told. */
@Singleton
public final class OidcSessionEnding {
    private final CommandPipeline pipeline;

    OidcSessionEnding(CommandPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** One that has ended: a success that writes nothing. */
    public Written end(String instanceId, String oidcSessionId, String reason, String creator) {
        return pipeline.change(unit -> {
            var oidcSession = unit.load(OidcSessionDecider.KIND, instanceId, oidcSessionId);
            var events = OidcSessionDecider.decide(new OidcSessionCommand.End(reason), oidcSession.state());
            unit.append(oidcSession, creator, events);
            return oidcSession;
        });
    }
}
