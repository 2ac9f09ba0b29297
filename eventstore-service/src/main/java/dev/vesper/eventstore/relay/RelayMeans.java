package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.sql.Session;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * What all relays of a pod have in common.
 *
 * @param holder unique to this process and start
 * @param connections opens a connection for one relay to own
 */
public record RelayMeans(
        RelayConfig config,
        Topic topic,
        String holder,
        Supplier<Session> connections,
        CommitSignals signals,
        KillPoint killPoint,
        MeterRegistry metrics) {}
