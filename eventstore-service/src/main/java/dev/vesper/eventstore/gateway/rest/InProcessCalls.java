package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Message;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.trace.ContinueTrace;
import dev.vesper.eventstore.gateway.trace.SendTrace;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A gRPC server without a port, with the same handlers and interceptors as the one that has it. */
@Singleton
final class InProcessCalls {
    /** The host was looked at where the HTTP call came in. */
    private static final String NO_HOST = "~";

    private final Server server;
    private final ManagedChannel channel;
    private final Duration deadline;

    @Inject
    InProcessCalls(
            AdminServices services,
            Interceptors interceptors,
            OpenTelemetry telemetry,
            @VirtualThreads ExecutorService executor,
            EventstoreConfig config) {
        var name = InProcessServerBuilder.generateName();
        var builder = InProcessServerBuilder.forName(name).executor(executor);
        services.definitions()
                .forEach(service -> builder.addService(
                        ServerInterceptors.interceptForward(service, interceptors.outermostFirst())));
        server = started(builder.build());
        channel = InProcessChannelBuilder.forName(name)
                .overrideAuthority(NO_HOST)
                .intercept(new SendTrace(telemetry))
                .build();
        deadline = config.gateway().deadline();
    }

    private static Server started(Server server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws StatusRuntimeException as the handler or an interceptor closed the call */
    Reply call(Route route, Metadata headers, Message request) {
        var sent = new AtomicReference<Metadata>();
        var watched = ClientInterceptors.intercept(
                channel,
                MetadataUtils.newAttachHeadersInterceptor(headers),
                MetadataUtils.newCaptureMetadataInterceptor(sent, new AtomicReference<>()));
        var options = CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
        var message = ClientCalls.blockingUnaryCall(watched, route.grpc(), options, request);
        return new Reply(message, Objects.requireNonNullElseGet(sent.get(), Metadata::new));
    }

    /** A call that goes on, without a deadline; nothing is sent yet. */
    ClientCall<Message, Message> open(Route route) {
        return channel.newCall(route.grpc(), CallOptions.DEFAULT);
    }

    @PreDestroy
    void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    record Reply(Message message, Metadata headers) {}

    /** Those of the port's server, which has one more to leave the event loop; there is none here. */
    @Singleton
    record Interceptors(List<ServerInterceptor> outermostFirst) {
        @Inject
        Interceptors(OpenTelemetry telemetry, @Any Instance<AdminInterceptor> all) {
            this(Stream.concat(
                            Stream.of(new ContinueTrace(telemetry)),
                            all.stream()
                                    .sorted(Comparator.comparingInt(AdminInterceptor::getPriority)
                                            .reversed()))
                    .toList());
        }
    }
}
