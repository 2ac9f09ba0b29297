package dev.vesper.eventstore.gateway.requests;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.AdminInterceptor;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.gateway.errors.InvalidRequest.Violation;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Refuses an update mask (AIP-134) that names no field of what is updated: of the request, or of the only message in it beside
 * the mask.
 */
@GlobalInterceptor
@Singleton
public final class UpdateMasks implements AdminInterceptor {
    private static final String MASK = "update_mask";
    private static final Set<String> NOT_OF_THE_RESOURCE = Set.of("request_id", "etag", MASK, "org_id");

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            @Override
            public void onMessage(Q request) {
                if (request instanceof Message message) {
                    check(message);
                }
                super.onMessage(request);
            }
        };
    }

    @Override
    public int getPriority() {
        return MASKS;
    }

    static void check(Message request) {
        var field = request.getDescriptorForType().findFieldByName(MASK);
        if (field == null || !(request.getField(field) instanceof FieldMask mask)) {
            return;
        }
        var type = request.getDescriptorForType();
        var unknown = mask.getPathsList().stream()
                .filter(path -> !path.equals("*") && !has(type, path) && !has(resource(type), path))
                .map(path -> new Violation("updateMask", "names " + path + ", which is no field of the resource"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
    }

    private static Descriptor resource(Descriptor request) {
        var messages = request.getFields().stream()
                .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated())
                .filter(field -> !field.getName().equals(MASK))
                .toList();
        return messages.size() == 1 ? messages.getFirst().getMessageType() : request;
    }

    private static boolean has(Descriptor resource, String path) {
        Descriptor within = resource;
        for (var name : path.split("\\.", -1)) {
            var field = within == null || NOT_OF_THE_RESOURCE.contains(name) ? null : within.findFieldByName(name);
            if (field == null) {
                return false;
            }
            within = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && !field.isRepeated()
                    ? field.getMessageType()
                    : null;
        }
        return true;
    }
}
