package dev.vesper.acceptance;

import dev.vesper.internal.InternalCredentials;
import io.grpc.CallCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Calls of the internal API, as one of our services would make them. */
final class Internal implements AutoCloseable {
    static final String CREDENTIAL = "acceptance-tests-internal-credential";
    /** A service that may write all aggregate types where the configuration lists it. */
    static final String SERVICE = "acceptance";

    static final CallCredentials NO_CREDENTIAL = new NoCredential();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final ManagedChannel channel;
    private final CallCredentials credential;

    /**
     * @param service the name of the caller
     * @param address host and port
     */
    Internal(String service, String address) {
        this.credential = new InternalCredentials(CREDENTIAL).of(service);
        this.channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    }

    /** @param limit the longest that one call may take, from now on: so ask for a stub right before each call */
    <S extends AbstractStub<S>> S ask(Function<ManagedChannel, S> stub, Duration limit) {
        return as(credential, stub, limit);
    }

    <S extends AbstractStub<S>> S as(CallCredentials other, Function<ManagedChannel, S> stub, Duration limit) {
        return stub.apply(channel)
                .withCallCredentials(other)
                .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        try {
            var _ = channel.shutdownNow().awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a stranger on the network carries. */
    private static final class NoCredential extends CallCredentials {
        @Override
        public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
            applier.apply(new Metadata());
        }
    }
}
