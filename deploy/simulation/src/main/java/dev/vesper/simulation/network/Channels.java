package dev.vesper.simulation.network;

import dev.vesper.simulation.rewriting.InsteadOf;
import dev.vesper.simulation.scheduling.Actor;
import dev.vesper.simulation.scheduling.Host;
import io.grpc.ForwardingChannelBuilder2;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;

/** Opens a process' channels, which all take its route. */
public final class Channels {
    private Channels() {}

    /** Tells a process where its calls go. */
    public static void install(Host host, Route route) {
        host.install(Route.class, route);
    }

    @InsteadOf(ManagedChannelBuilder.class)
    public static ManagedChannelBuilder<?> forTarget(String target) {
        return new Builder(Actor.current().host().part(Route.class));
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
