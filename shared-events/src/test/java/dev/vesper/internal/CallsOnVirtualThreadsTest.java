package dev.vesper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.stub.ServerCalls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallsOnVirtualThreadsTest {
    private final List<Runnable> started = new ArrayList<>();
    private final RecordedCall call = new RecordedCall();
    private final ServerCallHandler<GetInstanceQuery, Instance> handler =
            ServerCalls.asyncUnaryCall((query, answer) -> {
                answer.onNext(Instance.newBuilder().setName("found").build());
                answer.onCompleted();
            });

    @Test
    void starts_the_call_elsewhere_once_its_request_is_complete() {
        var listener = new CallsOnVirtualThreads(started::add).interceptCall(call, new Metadata(), handler);
        assertThat(call.requested).isEqualTo(2);

        listener.onMessage(GetInstanceQuery.getDefaultInstance());
        assertThat(started).isEmpty();

        listener.onHalfClose();
        assertThat(call.answers).isEmpty();
        started.getFirst().run();
        assertThat(call.answers).extracting(Instance::getName).containsExactly("found");
        assertThat(call.closed).isEqualTo(Status.OK);
        assertThat(call.requested).isEqualTo(2);
    }

    @Test
    void closes_the_call_when_an_interceptor_inside_fails() {
        ServerCallHandler<GetInstanceQuery, Instance> refusing = (inner, headers) -> {
            throw Status.ABORTED.asRuntimeException();
        };
        var listener = new CallsOnVirtualThreads(Runnable::run).interceptCall(call, new Metadata(), refusing);

        listener.onHalfClose();

        assertThat(call.closed).isEqualTo(Status.ABORTED);
    }

    private static final class RecordedCall extends ServerCall<GetInstanceQuery, Instance> {
        int requested;
        final List<Instance> answers = new ArrayList<>();

        @Nullable
        Status closed;

        @Override
        public void request(int messages) {
            requested += messages;
        }

        @Override
        public void sendHeaders(Metadata headers) {
            assertThat(closed).isNull();
        }

        @Override
        public void sendMessage(Instance answer) {
            answers.add(answer);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            closed = status;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<GetInstanceQuery, Instance> getMethodDescriptor() {
            return InstanceQueriesGrpc.getGetInstanceMethod();
        }
    }
}
