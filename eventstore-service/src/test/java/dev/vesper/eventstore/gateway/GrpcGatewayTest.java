package dev.vesper.eventstore.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.vesper.eventstore.ServiceUnderTest;
import dev.vesper.proto.admin.v1.CreateHumanUserRequest;
import dev.vesper.proto.admin.v1.CreateProjectRequest;
import dev.vesper.proto.admin.v1.GetUserRequest;
import dev.vesper.proto.admin.v1.ProjectServiceGrpc;
import dev.vesper.proto.admin.v1.UserServiceGrpc;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same port, the same tokens, the same answers. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
final class GrpcGatewayTest {
    @TestHTTPResource
    URI http;

    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress(http.getHost(), http.getPort())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void disconnect() {
        channel.shutdownNow();
    }

    @Test
    void the_token_of_rest_opens_grpc_too() {
        var users = UserServiceGrpc.newBlockingStub(authenticated());

        assertThat(users.getUser(GetUserRequest.newBuilder().setUserId("u7").build())
                        .getUser()
                        .getUserId())
                .isEqualTo("u7");
    }

    @Test
    void without_it_the_door_is_closed() {
        var users = UserServiceGrpc.newBlockingStub(channel);

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> users.getUser(GetUserRequest.getDefaultInstance()))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED));
    }

    @Test
    void a_bad_field_is_named_in_the_details() {
        var users = UserServiceGrpc.newBlockingStub(authenticated());
        var request = CreateHumanUserRequest.newBuilder().setUserName("nobody").build();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> users.createHumanUser(request))
                .satisfies(e -> {
                    assertThat(e.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
                    assertThat(violations(e))
                            .extracting(BadRequest.FieldViolation::getField)
                            .contains("profile.givenName");
                });
    }

    @Test
    void an_unknown_id_is_not_found() {
        var users = UserServiceGrpc.newBlockingStub(authenticated());
        var request = GetUserRequest.newBuilder().setUserId("unknown-1").build();

        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> users.getUser(request))
                .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void a_write_answers_its_consistency_token_in_the_headers() {
        var headers = new AtomicReference<>(new Metadata());
        var projects = ProjectServiceGrpc.newBlockingStub(authenticated())
                .withInterceptors(MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));

        var created = projects.createProject(
                CreateProjectRequest.newBuilder().setName("Over gRPC").build());

        assertThat(headers.get())
                .extracting(sent -> sent.get(ConsistencyTokens.HEADER))
                .isEqualTo(created.getDetails().getConsistencyToken());
    }

    @Test
    void a_crowd_of_calls_all_get_their_answers() throws Exception {
        var users = UserServiceGrpc.newBlockingStub(authenticated());
        List<Callable<String>> calls = IntStream.range(0, 2_000)
                .<Callable<String>>mapToObj(i -> () -> users.withDeadlineAfter(20, TimeUnit.SECONDS)
                        .getUser(GetUserRequest.newBuilder().setUserId("u" + i).build())
                        .getUser()
                        .getUserId())
                .toList();

        try (var threads = Executors.newFixedThreadPool(64)) {
            var answers = threads.invokeAll(calls, 60, TimeUnit.SECONDS);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo("u" + i);
            }
        }
    }

    @Test
    void health_is_told_per_service_to_anybody() {
        var health = HealthGrpc.newBlockingStub(channel);
        var question = HealthOuterClass.HealthCheckRequest.newBuilder()
                .setService("vesper.admin.v1.UserService")
                .build();

        assertThat(health.check(question).getStatus())
                .isEqualTo(HealthOuterClass.HealthCheckResponse.ServingStatus.SERVING);
    }

    @Test
    void reflection_tells_tools_what_is_here() throws Exception {
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

        questions.onNext(
                ServerReflectionRequest.newBuilder().setListServices("").build());

        assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .extracting(ServiceResponse::getName)
                .contains("vesper.admin.v1.UserService", "vesper.system.v1.SystemFeatureService");
        questions.onCompleted();
    }

    /** The page's examples, by a client that learns all it knows from the server. */
    @Test
    void what_the_page_shows_of_grpcurl_works() throws Exception {
        var page = Files.readString(Path.of("..", "docs", "admin-api.md"));
        var client = new ReflectingClient(authenticated());
        var examples = Pattern.compile("grpcurl .*?(?:-d '([^']*)' )?\\S+:\\d+ (\\S+)")
                .matcher(page)
                .results()
                .toList();

        assertThat(examples).hasSizeGreaterThan(1);
        for (var example : examples) {
            var request = example.group(1) == null ? "{}" : example.group(1);
            assertThat(client.call(example.group(2), request))
                    .as(example.group())
                    .startsWith("{");
        }
    }

    private Channel authenticated() {
        var metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + AdminToken.read());
        return ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private static List<BadRequest.FieldViolation> violations(StatusRuntimeException e) {
        var details = StatusProto.fromThrowable(e).getDetailsList();
        return details.stream()
                .filter(detail -> detail.is(BadRequest.class))
                .flatMap(detail -> unpacked(detail).getFieldViolationsList().stream())
                .toList();
    }

    private static BadRequest unpacked(Any detail) {
        try {
            return detail.unpack(BadRequest.class);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
