package dev.vesper.notifier.automation;

import dev.vesper.notifier.log.InternalClients;
import dev.vesper.notifier.log.Remembered;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import io.grpc.StatusRuntimeException;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The feature {@code backChannelLogout}, read at the fan-out. */
final class BackChannelSwitch {
    private static final Logger LOG = Logger.getLogger(BackChannelSwitch.class);

    private final Remembered<String, Boolean> switches;

    BackChannelSwitch(InternalClients clients, Clock clock, Duration rememberFor) {
        this.switches = new Remembered<>(clock, rememberFor, instanceId -> ask(clients, instanceId));
    }

    /** While nobody can be asked, the last answer holds, and the feature's default (on) where there was none. */
    boolean isOn(String instanceId) {
        try {
            return switches.get(instanceId);
        } catch (StatusRuntimeException unavailable) {
            LOG.warnf(
                    "the feature switch of instance %s cannot be read (%s); apps are told, which is the default",
                    instanceId, unavailable.getStatus());
            return true;
        }
    }

    private static boolean ask(InternalClients clients, String instanceId) {
        var context = QueryContext.newBuilder().setInstanceId(instanceId);
        var features = clients.instances()
                .getInstanceFeatures(GetInstanceFeaturesQuery.newBuilder()
                        .setContext(context)
                        .build());
        return !features.hasBackChannelLogout()
                || features.getBackChannelLogout().getEnabled();
    }
}
