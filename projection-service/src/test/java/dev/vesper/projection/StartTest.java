package dev.vesper.projection;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.events.Cursor;
import dev.vesper.events.ProjectEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UserEvent;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.projection.given.Eventually;
import dev.vesper.projection.given.History;
import dev.vesper.projection.given.People;
import dev.vesper.projection.given.Surroundings;
import dev.vesper.projection.given.Topic;
import dev.vesper.proto.internal.v1.CancelRebuildRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsRequest;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.GetUserByLoginNameQuery;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.ListProjectionsQuery;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import dev.vesper.proto.internal.v1.Projection;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc;
import dev.vesper.proto.internal.v1.ProjectionPhase;
import dev.vesper.proto.internal.v1.ProjectionQueriesGrpc;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.RebuildState;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import dev.vesper.proto.internal.v1.UserQueriesGrpc;
import dev.vesper.proto.internal.v1.WatchRebuildRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class StartTest {
    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @TestHTTPResource("/")
    URI service;

    private final History history = new History(new People(), Surroundings.PARTITIONS);
    private final Topic topic = new Topic(setting("vesper.kafka.bootstrap"), setting("vesper.kafka.topic"), _ -> {});
    private ManagedChannel channel;

    @BeforeEach
    void connect() {
        channel = ManagedChannelBuilder.forAddress("localhost", service.getPort())
                .usePlaintext()
                .build();
        // From then on the topic alone is read, and this log is empty.
        Eventually.equals(() -> when().get(ready).statusCode(), 200);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        topic.close();
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    @Test
    void a_started_service_says_that_it_lives_and_shows_its_metrics() {
        when().get(live).then().statusCode(200).body("status", equalTo("UP"));
        when().get(metrics).then().statusCode(200).body(containsString("vesper_projection_parked_aggregates"));
    }

    @Test
    void a_query_with_a_consistency_token_sees_the_write() {
        RecordedEvent added = history.add("p1", new ProjectEvent.Added("Alpha"));
        topic.publish(added);

        var project = ProjectQueriesGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(Surroundings.CREDENTIAL).of("oidc"))
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .getProject(GetProjectQuery.newBuilder()
                        .setContext(context(added))
                        .setProjectId("p1")
                        .build());

        assertThat(project.getName()).isEqualTo("Alpha");
        when().get(ready).then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void a_person_is_found_by_login_name_with_opened_fields() {
        RecordedEvent added = history.add(
                "u1",
                new UserEvent.HumanAdded(
                        "Ada", "Ada", "Lovelace", "Ada L", "en", "ada@example.org", true, null, "hash", false));
        topic.publish(added);

        var user = UserQueriesGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(Surroundings.CREDENTIAL).of("oidc"))
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .getUserByLoginName(GetUserByLoginNameQuery.newBuilder()
                        .setContext(context(added))
                        .setLoginName("ADA")
                        .build());

        assertThat(user.getEmail().getEmail()).isEqualTo("ada@example.org");
        assertThat(user.getLoginNamesList()).containsExactly("Ada");
    }

    /** First, because there are no watermarks here: a rebuild would wait for them to come past what other tests publish. */
    @Test
    @Order(1)
    void an_operator_sees_where_each_projection_stands_and_has_one_rebuilt() {
        var operator = ProjectionAdminGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(Surroundings.CREDENTIAL).of("eventstore"))
                .withDeadlineAfter(20, TimeUnit.SECONDS);

        var all = operator.describeProjections(DescribeProjectionsRequest.getDefaultInstance());
        operator.startRebuild(StartRebuildRequest.newBuilder()
                .setProjection("features")
                .setBy("admin")
                .build());
        List<Rebuild> told = new ArrayList<>();
        operator.watchRebuild(WatchRebuildRequest.newBuilder()
                        .setProjection("features")
                        .build())
                .forEachRemaining(told::add);

        assertThat(all.getProjectionsList())
                .extracting(Projection::getName)
                .isSorted()
                .contains("apps", "features", "users");
        assertThat(all.getProjectionsList())
                .extracting(Projection::getPhase)
                .containsOnly(ProjectionPhase.PROJECTION_PHASE_LIVE);
        assertThat(told.getFirst().getStartedBy()).isEqualTo("admin");
        assertThat(told.getLast().getState()).isEqualTo(RebuildState.REBUILD_STATE_SWAPPED);
        assertThat(told.getLast().getProgress()).isEqualTo(1);
    }

    @Test
    void an_operator_is_told_what_does_not_fit() {
        var operator = ProjectionAdminGrpc.newBlockingStub(channel)
                .withCallCredentials(new InternalCredentials(Surroundings.CREDENTIAL).of("eventstore"))
                .withDeadlineAfter(20, TimeUnit.SECONDS);

        assertThat(codeOf(() -> operator.startRebuild(
                        StartRebuildRequest.newBuilder().setProjection("dreams").build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(codeOf(() -> operator.cancelRebuild(
                        CancelRebuildRequest.newBuilder().setProjection("apps").build())))
                .isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(codeOf(() -> operator.retryFailure(RetryFailureRequest.newBuilder()
                        .setProjection("apps")
                        .setFailureId("none")
                        .build())))
                .isEqualTo(Status.Code.NOT_FOUND);
        assertThat(codeOf(() -> operator.skipFailure(SkipFailureRequest.newBuilder()
                        .setProjection("apps")
                        .setFailureId("none")
                        .build())))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(codeOf(() -> operator.listFailures(ListFailuresRequest.newBuilder()
                        .setProjection("apps")
                        .setPageToken("?")
                        .build())))
                .isEqualTo(Status.Code.INVALID_ARGUMENT);
    }

    @Test
    void a_call_without_the_credential_is_refused() {
        var stranger = ProjectionQueriesGrpc.newBlockingStub(channel).withDeadlineAfter(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> stranger.listProjections(ListProjectionsQuery.getDefaultInstance()))
                .isInstanceOf(StatusRuntimeException.class)
                .extracting(refused ->
                        ((StatusRuntimeException) refused).getStatus().getCode())
                .isEqualTo(Status.Code.UNAUTHENTICATED);
    }

    private static Status.Code codeOf(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call)
                .getStatus()
                .getCode();
    }

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static QueryContext context(RecordedEvent written) {
        Map<Integer, Cursor> mark = Map.of(written.partition(), written.cursor());
        return QueryContext.newBuilder()
                .setInstanceId(History.INSTANCE)
                .setConsistencyToken(new ConsistencyToken(mark).encode())
                .build();
    }
}
