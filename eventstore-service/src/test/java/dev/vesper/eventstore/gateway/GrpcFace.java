package dev.vesper.eventstore.gateway;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.net.URI;

/** The admin API over gRPC, as an admin calls it. */
final class GrpcFace implements AutoCloseable {
    private final ManagedChannel channel;

    GrpcFace(URI http) {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    Channel asAdmin() {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + AdminToken.read());
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
