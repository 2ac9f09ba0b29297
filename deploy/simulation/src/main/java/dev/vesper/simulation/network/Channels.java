package dev.vesper.simulation.network;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Host;
import io.grpc.ForwardingChannelBuilder2;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.Map;
import java.util.WeakHashMap;

/** Opens a process' channels, which all take its route. */
public final class Channels {
    private static final Map<Host, Route> BY_HOST = new WeakHashMap<>();

    private Channels() {}

    /** Tells a process where its calls go. */
    public static void install(Host host, Route route) {
        synchronized (BY_HOST) {
            BY_HOST.put(host, route);
        }
    }

    @InsteadOf(ManagedChannelBuilder.class)
    public static ManagedChannelBuilder<?> forTarget(String target) {
        synchronized (BY_HOST) {
            Route route = BY_HOST.get(Actor.current().host());
            if (route == null) {
                throw new IllegalStateException("this process calls nobody");
            }
            return new Builder(route);
        }
    }

    private static final class Builder extends ForwardingChannelBuilder2<Builder> {
        private final Route route;

        private Builder(Route route) {
            this.route = route;
        }

        @Override
        protected ManagedChannelBuilder<?> delegate() {
            throw new IllegalStateException("a simulated channel has no such setting");
        }

        @Override
        public Builder usePlaintext() {
            return this;
        }

        @Override
        public Builder maxInboundMessageSize(int bytes) {
            return this;
        }

        @Override
        public ManagedChannel build() {
            return new SimulatedChannel(route);
        }
    }
}
