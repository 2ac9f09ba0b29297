package dev.vesper.eventstore.gateway;

import com.google.rpc.Code;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.trace.SendTrace;
import dev.vesper.internal.InternalCredentials;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesBlockingStub;
import dev.vesper.proto.internal.v1.NotificationQueriesGrpc;
import dev.vesper.proto.internal.v1.NotificationQueriesGrpc.NotificationQueriesBlockingStub;
import dev.vesper.proto.internal.v1.OrgQueriesGrpc;
import dev.vesper.proto.internal.v1.OrgQueriesGrpc.OrgQueriesBlockingStub;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc.ProjectQueriesBlockingStub;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc.ProjectionAdminBlockingStub;
import dev.vesper.proto.internal.v1.ProviderQueriesGrpc;
import dev.vesper.proto.internal.v1.ProviderQueriesGrpc.ProviderQueriesBlockingStub;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesBlockingStub;
import dev.vesper.proto.internal.v1.UserPartQueriesGrpc;
import dev.vesper.proto.internal.v1.UserPartQueriesGrpc.UserPartQueriesBlockingStub;
import dev.vesper.proto.internal.v1.UserQueriesGrpc;
import dev.vesper.proto.internal.v1.UserQueriesGrpc.UserQueriesBlockingStub;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractBlockingStub;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks projection-service in the name of the current caller, who sees their own writes when they sent a token. */
@Singleton
final class Queries {
    private static final String OUR_NAME = "eventstore";

    private final ManagedChannel channel;
    private final Duration deadline;
    private final UserQueriesBlockingStub users;
    private final NotificationQueriesBlockingStub notifications;
    private final ProjectQueriesBlockingStub projects;
    private final OrgQueriesBlockingStub orgs;
    private final SessionQueriesBlockingStub sessions;
    private final InstanceQueriesBlockingStub instances;
    private final ProjectionAdminBlockingStub projections;
    private final UserPartQueriesBlockingStub userParts;
    private final ProviderQueriesBlockingStub providers;

    Queries(EventstoreConfig config, OpenTelemetry telemetry) {
        var credentials = new InternalCredentials(config.internal().credential()).of(OUR_NAME);
        channel = ManagedChannelBuilder.forTarget(config.projection().address())
                .usePlaintext()
                .intercept(new SendTrace(telemetry))
                .build();
        deadline = config.gateway().queryDeadline();
        users = UserQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        notifications = NotificationQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        projects = ProjectQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        orgs = OrgQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        sessions = SessionQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        instances = InstanceQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        projections = ProjectionAdminGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        userParts = UserPartQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
        providers = ProviderQueriesGrpc.newBlockingStub(channel).withCallCredentials(credentials);
    }

    /** What belongs to users and has a view of its own. */
    <A> A userParts(Function<UserPartQueriesBlockingStub, A> question) {
        return ask(userParts, question);
    }

    <A> A providers(Function<ProviderQueriesBlockingStub, A> question) {
        return ask(providers, question);
    }

    <A> A users(Function<UserQueriesBlockingStub, A> question) {
        return ask(users, question);
    }

    <A> A notifications(Function<NotificationQueriesBlockingStub, A> question) {
        return ask(notifications, question);
    }

    <A> A projects(Function<ProjectQueriesBlockingStub, A> question) {
        return ask(projects, question);
    }

    <A> A orgs(Function<OrgQueriesBlockingStub, A> question) {
        return ask(orgs, question);
    }

    <A> A sessions(Function<SessionQueriesBlockingStub, A> question) {
        return ask(sessions, question);
    }

    <A> A instances(Function<InstanceQueriesBlockingStub, A> question) {
        return ask(instances, question);
    }

    <A> A projections(Function<ProjectionAdminBlockingStub, A> question) {
        return ask(projections, question);
    }

    /** The current caller's instance and consistency token, and what of a list they may see. */
    static QueryContext context() {
        var context = QueryContext.newBuilder()
                .setInstanceId(CurrentAdmin.get().instanceId())
                .setConsistencyToken(ConsistencyTokens.sent());
        var reach = CurrentAdmin.reach();
        return reach.everything()
                ? context.build()
                : context.addAllResourceOwners(reach.orgs())
                        .addAllProjectIds(reach.projects())
                        .setOwnUserId(reach.ownUser())
                        .build();
    }

    @PreDestroy
    void close() {
        channel.shutdownNow();
    }

    private <S extends AbstractBlockingStub<S>, A> A ask(S stub, Function<S, A> question) {
        try {
            return question.apply(stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (StatusRuntimeException e) {
            throw translated(e);
        }
    }

    /** Its answers to a question are the caller's business; that it does not answer, or not to us, is ours. */
    private static RuntimeException translated(StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case NOT_FOUND, INVALID_ARGUMENT, ABORTED, FAILED_PRECONDITION, OUT_OF_RANGE, CANCELLED -> e;
            case UNAVAILABLE, DEADLINE_EXCEEDED ->
                Failure.of(
                                Code.UNAVAILABLE,
                                "PROJECTION_UNAVAILABLE",
                                "projection-service does not answer, so nothing can be read now; writes still work.")
                        .toException();
            default -> new IllegalStateException("projection-service refused a query of ours: " + e.getStatus(), e);
        };
    }
}
