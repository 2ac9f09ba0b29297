package dev.vesper.oidc.clients;

import dev.vesper.internal.InternalCredentials;
import dev.vesper.oidc.Configuration;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** One channel per service behind, each with the credential, a deadline on every call, and retries of what may be repeated. */
@Singleton
final class Channels {
    private final ManagedChannel eventstore;
    private final ManagedChannel projection;
    private final Configuration configuration;
    private final OpenTelemetry telemetry;

    Channels(Configuration configuration, OpenTelemetry telemetry) {
        this.configuration = configuration;
        this.telemetry = telemetry;
        this.eventstore = open(
                configuration.eventstore().address(),
                List.of(
                        idempotent("vesper.internal.v1.Keys", ""),
                        idempotent("vesper.internal.v1.SessionCommands", "TerminateSession"),
                        idempotent("vesper.internal.v1.AuthRequestCommands", "GetAuthRequest"),
                        idempotent("vesper.internal.v1.TokenCommands", "AuthenticateClient"),
                        idempotent("vesper.internal.v1.TokenCommands", "GetTokenState"),
                        idempotent("vesper.internal.v1.TokenCommands", "Revoke")));
        this.projection = open(
                configuration.projection().address(),
                List.of(
                        idempotent("vesper.internal.v1.UserQueries", ""),
                        idempotent("vesper.internal.v1.ProjectQueries", ""),
                        idempotent("vesper.internal.v1.SessionQueries", ""),
                        idempotent("vesper.internal.v1.InstanceQueries", "")));
    }

    Channel eventstore() {
        return guarded(eventstore);
    }

    Channel projection() {
        return guarded(projection);
    }

    @PreDestroy
    void close() {
        eventstore.shutdownNow();
        projection.shutdownNow();
    }

    private Channel guarded(ManagedChannel channel) {
        return ClientInterceptors.intercept(
                channel,
                new CallGuard(
                        new InternalCredentials(configuration.internal().credential()).of("oidc"),
                        configuration.internal().callTimeout(),
                        telemetry.getPropagators()));
    }

    private static ManagedChannel open(String address, List<Map<String, ?>> methodConfigs) {
        return ManagedChannelBuilder.forTarget("dns:///" + address)
                .usePlaintext()
                .defaultLoadBalancingPolicy("round_robin")
                .defaultServiceConfig(Map.of("methodConfig", methodConfigs))
                .enableRetry()
                .build();
    }

    /** @param method empty for every method of the service */
    private static Map<String, ?> idempotent(String service, String method) {
        Map<String, String> name =
                method.isEmpty() ? Map.of("service", service) : Map.of("service", service, "method", method);
        Map<String, ?> policy = Map.of(
                "maxAttempts",
                3.0,
                "initialBackoff",
                "0.05s",
                "maxBackoff",
                "0.5s",
                "backoffMultiplier",
                3.0,
                "retryableStatusCodes",
                List.of("UNAVAILABLE"));
        return Map.of("name", List.of(name), "retryPolicy", policy);
    }
}
