package dev.vesper.eventstore.api.eventlog;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.quarkus.grpc.GrpcService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Lets {@link EventLogService} see every request, also one that is {@link Unreadable}. */
@GrpcService
final class EventLogDoor implements BindableService {
    private final EventLogService service;

    EventLogDoor(EventLog log, EventstoreConfig config) {
        this.service = new EventLogService(log, config);
    }

    @Override
    public ServerServiceDefinition bindService() {
        ServerServiceDefinition strict = EventLogGrpc.bindService(service);
        List<? extends ServerMethodDefinition<?, ?>> methods =
                strict.getMethods().stream().map(EventLogDoor::lenient).toList();
        var descriptor = ServiceDescriptor.newBuilder(
                        strict.getServiceDescriptor().getName())
                .setSchemaDescriptor(strict.getServiceDescriptor().getSchemaDescriptor());
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        var definition = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(definition::addMethod);
        return definition.build();
    }

    private static <Q, A> ServerMethodDefinition<Q, A> lenient(ServerMethodDefinition<Q, A> strict) {
        MethodDescriptor<Q, A> method = strict.getMethodDescriptor();
        var requests = new Lenient<>((PrototypeMarshaller<Q>) method.getRequestMarshaller());
        return ServerMethodDefinition.create(
                method.toBuilder(requests, method.getResponseMarshaller()).build(), strict.getServerCallHandler());
    }

    private record Lenient<Q>(PrototypeMarshaller<Q> strict) implements Marshaller<Q> {
        @Override
        public InputStream stream(Q request) {
            return strict.stream(request);
        }

        @Override
        public Q parse(InputStream stream) {
            Message prototype = (Message) strict.getMessagePrototype();
            ByteString bytes = read(stream);
            Message request;
            try {
                request = prototype.getParserForType().parseFrom(bytes);
            } catch (InvalidProtocolBufferException e) {
                request = Unreadable.of(prototype, bytes);
            }
            return strict.getMessageClass().cast(request);
        }

        private static ByteString read(InputStream stream) {
            try {
                return ByteString.readFrom(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
