package dev.vesper.eventstore.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes the same call of the admin API over REST and over gRPC, written as REST has it. */
public final class BothFaces implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonFormat.TypeRegistry DETAILS = JsonFormat.TypeRegistry.newBuilder()
            .add(ErrorInfo.getDescriptor())
            .add(BadRequest.getDescriptor())
            .build();

    private final URI server;
    private final String token;
    private final Routes routes;
    private final ManagedChannel channel;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public BothFaces(URI server, String token, AdminServices services) {
        this.server = server;
        this.token = token;
        this.routes = services.routes();
        this.channel = ManagedChannelBuilder.forAddress(server.getHost(), server.getPort())
                .usePlaintext()
                .build();
    }

    public enum Face {
        REST,
        GRPC
    }

    /** @param body of the answer, or the status of a refusal */
    public record Answer(JsonNode body) {
        public Answer isOk() {
            assertThat(body.has("code")).as("refused with %s", body).isFalse();
            return this;
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        public void isRefused(String reason) {
            assertThat(body.findValuesAsText("reason")).as("%s", body).contains(reason);
        }

        public void isInvalid(String field) {
            assertThat(body.path("code").asInt()).as("%s", body).isEqualTo(3);
            assertThat(body.findValuesAsText("field")).contains(field);
        }
    }

    public Answer call(Face face, String httpMethod, String path, String json) {
        return new Answer(face == Face.REST ? rest(httpMethod, path, json) : grpc(httpMethod, path, json));
    }

    private JsonNode rest(String httpMethod, String path, String json) {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(httpMethod, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode grpc(String httpMethod, String path, String json) {
        try {
            if (!(routes.find(httpMethod, path) instanceof Routes.Found.Matched found)) {
                throw new AssertionError(httpMethod + " " + path + " leads nowhere");
            }
            var binding = new RequestBinding(found.route());
            if (found.route().takesBody()) {
                binding.body(JSON.readTree(json.isEmpty() ? "{}" : json));
            }
            return shown(answer(found.route(), binding.path(found.variables()).build()));
        } catch (StatusRuntimeException e) {
            return shown(StatusProto.fromThrowable(e));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message answer(Route route, Message request) {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        var authenticated = ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
        var options = CallOptions.DEFAULT.withDeadlineAfter(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        return ClientCalls.blockingUnaryCall(authenticated, route.grpc(), options, request);
    }

    private static JsonNode shown(Message message) {
        try {
            return JSON.readTree(JsonFormat.printer().usingTypeRegistry(DETAILS).print(message));
        } catch (InvalidProtocolBufferException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        client.close();
    }
}
