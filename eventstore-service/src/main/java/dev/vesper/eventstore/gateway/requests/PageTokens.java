package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.Message;
import dev.vesper.eventstore.crypto.MasterKey;
import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.CommandRejected;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/**
 * Binds each page token to the question that it is an answer to: method, caller and filter. So a token is opaque, and one
 * that was made up, or taken to another question, is refused by name. What is in it is the view's business.
 */
@GlobalInterceptor
@Singleton
public final class PageTokens implements AdminInterceptor {
    private static final TextField ASKED = new TextField("page_token");
    private static final TextField NEXT = new TextField("next_page_token");

    private final BoundText tokens;

    PageTokens(MasterKey masterKey) {
        tokens = new BoundText(masterKey.derive("page-tokens"));
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var question = new Question();
        var method = call.getMethodDescriptor().getFullMethodName();
        return new SimpleForwardingServerCallListener<>(next.startCall(new Answering<>(call, question), headers)) {
            @Override
            public void onMessage(Q request) {
                super.onMessage(request instanceof Message message ? opened(request, message) : request);
            }

            @SuppressWarnings("unchecked") // A request with another token is one of the same type.
            private Q opened(Q request, Message message) {
                if (message.getDescriptorForType().findFieldByName("page_token") == null) {
                    return request;
                }
                question.digest = digest(method, message);
                return ASKED.in(message)
                        .map(token -> (Q) ASKED.replacedIn(message, open(token, question.digest)))
                        .orElse(request);
            }
        };
    }

    @Override
    public int getPriority() {
        return PAGES;
    }

    /** How many are asked for may change from page to page. */
    private static byte[] digest(String method, Message request) {
        var size = request.getDescriptorForType().findFieldByName("page_size");
        var filter = request.toBuilder();
        filter.clearField(request.getDescriptorForType().findFieldByName("page_token"));
        if (size != null) {
            filter.clearField(size);
        }
        var caller = CurrentAdmin.get();
        return BoundText.digest(
                method, caller.instanceId(), caller.userId(), filter.build().toByteString());
    }

    private String open(String token, byte[] question) {
        return tokens.open(token, question)
                .orElseThrow(() -> CommandRejected.invalid(
                        "PAGE_TOKEN_INVALID", "pageToken", "is not one that an earlier page of the same search gave."));
    }

    /** Of one call; its answer is bound to it. */
    private static final class Question {
        private byte[] digest = {};
    }

    private final class Answering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Question question;

        Answering(ServerCall<Q, A> call, Question question) {
            super(call);
            this.question = question;
        }

        @Override
        public void sendMessage(A answer) {
            super.sendMessage(answer instanceof Message message ? sealed(answer, message) : answer);
        }

        @SuppressWarnings("unchecked") // An answer with another token is one of the same type.
        private A sealed(A answer, Message message) {
            return NEXT.in(message)
                    .map(token -> (A) NEXT.replacedIn(message, tokens.bind(token, question.digest)))
                    .orElse(answer);
        }
    }
}
