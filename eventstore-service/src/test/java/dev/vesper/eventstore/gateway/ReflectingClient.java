package dev.vesper.eventstore.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls a method of which it knows nothing but the name, as grpcurl does. */
final class ReflectingClient {
    private final Channel channel;
    private final Map<String, FileDescriptorProto> files = new HashMap<>();

    ReflectingClient(Channel channel) {
        this.channel = channel;
    }

    /** @param path {@code package.Service/Method} */
    String call(String path, String json) throws Exception {
        var parts = path.split("/", -1);
        var method = describe(parts[0])
                .findServiceByName(parts[0].substring(parts[0].lastIndexOf('.') + 1))
                .findMethodByName(parts[1]);
        var request = DynamicMessage.newBuilder(method.getInputType());
        JsonFormat.parser().merge(json, request);
        var answer = ClientCalls.blockingUnaryCall(channel, grpc(path, method), CallOptions.DEFAULT, request.build());
        return JsonFormat.printer().print(answer);
    }

    private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpc(String path, MethodDescriptor method) {
        return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(MethodType.UNARY)
                .setFullMethodName(path)
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
    }

    private FileDescriptor describe(String symbol) throws Exception {
        var first = ask(ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol(symbol)
                .build());
        return resolved(keep(first));
    }

    /** The first of them is what was asked for. */
    private FileDescriptorProto keep(List<ByteString> descriptors) throws InvalidProtocolBufferException {
        List<FileDescriptorProto> parsed = new ArrayList<>();
        for (var bytes : descriptors) {
            var file = FileDescriptorProto.parseFrom(bytes);
            files.put(file.getName(), file);
            parsed.add(file);
        }
        return parsed.getFirst();
    }

    private FileDescriptor resolved(FileDescriptorProto file) throws Exception {
        List<FileDescriptor> imports = new ArrayList<>();
        for (var name : file.getDependencyList()) {
            if (!files.containsKey(name)) {
                keep(ask(ServerReflectionRequest.newBuilder()
                        .setFileByFilename(name)
                        .build()));
            }
            imports.add(resolved(Objects.requireNonNull(files.get(name))));
        }
        try {
            return FileDescriptor.buildFrom(file, imports.toArray(FileDescriptor[]::new));
        } catch (DescriptorValidationException e) {
            throw new AssertionError(e);
        }
    }

    private List<ByteString> ask(ServerReflectionRequest question) throws Exception {
        var answer = new CompletableFuture<ServerReflectionResponse>();
        var questions = ServerReflectionGrpc.newStub(channel).serverReflectionInfo(new StreamObserver<>() {
            @Override
            public void onNext(ServerReflectionResponse response) {
                answer.complete(response);
            }

            @Override
            public void onError(Throwable thrown) {
                answer.completeExceptionally(thrown);
            }

            @Override
            public void onCompleted() {
                answer.completeExceptionally(new AssertionError("no answer"));
            }
        });
        questions.onNext(question);
        var files = answer.get(10, TimeUnit.SECONDS).getFileDescriptorResponse().getFileDescriptorProtoList();
        questions.onCompleted();
        return files;
    }
}
