package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.auth.AdminMethod;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.gateway.requests.RequestStore.Begun;
import dev.vesper.eventstore.write.Asked;
import dev.vesper.eventstore.write.Asked.Repeatable;
import dev.vesper.eventstore.write.Etag;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A write with a request id (AIP-155) that was answered gets the same answer again, without being done again; the id with
 * another body is refused. Hands request id and etag on to the command that the handler runs.
 */
@GlobalInterceptor
@Singleton
public final class RepeatedRequests implements AdminInterceptor {
    private static final TextField REQUEST_ID = new TextField("request_id");
    private static final TextField ETAG = new TextField("etag");
    private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

    private final RequestStore store;

    RepeatedRequests(RequestStore store) {
        this.store = store;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!AdminMethod.isOne(call.getMethodDescriptor())) {
            return next.startCall(call, headers);
        }
        var remembering = new Remembering<>(call);
        return new Asking<>(next.startCall(remembering, headers), remembering);
    }

    @Override
    public int getPriority() {
        return REQUESTS;
    }

    private final class Asking<Q, A> extends SimpleForwardingServerCallListener<Q> {
        private final Remembering<Q, A> call;
        private @Nullable Message request;

        Asking(ServerCall.Listener<Q> listener, Remembering<Q, A> call) {
            super(listener);
            this.call = call;
        }

        @Override
        public void onMessage(Q message) {
            request = message instanceof Message sent ? sent : null;
            super.onMessage(message);
        }

        @Override
        public void onHalfClose() {
            var sent = request;
            if (sent == null) {
                super.onHalfClose();
                return;
            }
            var method = AdminMethod.of(call.getMethodDescriptor());
            var etag = ETAG.in(sent).map(text -> Etags.of(text, method, sent, CurrentAdmin.get()));
            var id = REQUEST_ID.in(sent);
            if (id.isEmpty()) {
                new Asked(Optional.empty(), etag).run(super::onHalfClose);
            } else {
                repeatable(id.get(), sent, etag);
            }
        }

        private void repeatable(String id, Message sent, Optional<Etag> etag) {
            if (!ID.matcher(id).matches()) {
                throw new InvalidRequest("requestId", "must have 1 to 128 visible ASCII characters");
            }
            var key = RequestStore.key(
                    CurrentAdmin.get(), call.getMethodDescriptor().getFullMethodName(), id);
            switch (store.begin(key, sent)) {
                case Begun.Now(var since) -> {
                    call.rememberAs(key);
                    runOnce(new Asked(Optional.of(new Repeatable(key, since)), etag), key);
                }
                case Begun.Answered(var answer) -> call.repeat(answer);
                case Begun.UnderWay _ -> throw refused("REQUEST_UNDER_WAY", "This request is being served; ask again.");
                case Begun.Other _ ->
                    throw refused("REQUEST_ID_REUSED", "Another request was made under this requestId.");
            }
        }

        private void runOnce(Asked asked, String key) {
            try {
                asked.run(super::onHalfClose);
            } catch (RuntimeException e) {
                store.giveUp(key);
                throw e;
            }
        }
    }

    private static RuntimeException refused(String reason, String message) {
        return Failure.of(Code.ABORTED, reason, message).toException();
    }

    /** Stores the answer before it leaves; a call that fails may be tried again. */
    private final class Remembering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private @Nullable String key;

        Remembering(ServerCall<Q, A> call) {
            super(call);
        }

        void rememberAs(String requestKey) {
            key = requestKey;
        }

        void repeat(ByteString answer) {
            sendHeaders(new Metadata());
            sendMessage(getMethodDescriptor().parseResponse(answer.newInput()));
            close(Status.OK, new Metadata());
        }

        @Override
        public void sendMessage(A answer) {
            var remembered = key;
            if (remembered != null && answer instanceof Message message) {
                store.answer(remembered, message);
            }
            super.sendMessage(answer);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            var remembered = key;
            if (remembered != null && !status.isOk()) {
                store.giveUp(remembered);
            }
            super.close(status, trailers);
        }
    }
}
