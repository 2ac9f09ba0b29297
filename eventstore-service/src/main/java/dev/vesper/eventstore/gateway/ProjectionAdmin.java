package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.proto.admin.v1.CancelProjectionRebuildRequest;
import dev.vesper.proto.admin.v1.CancelProjectionRebuildResponse;
import dev.vesper.proto.admin.v1.ListProjectionFailuresRequest;
import dev.vesper.proto.admin.v1.ListProjectionFailuresResponse;
import dev.vesper.proto.admin.v1.ListProjectionsRequest;
import dev.vesper.proto.admin.v1.ListProjectionsResponse;
import dev.vesper.proto.admin.v1.ProjectionServiceGrpc;
import dev.vesper.proto.admin.v1.RebuildProjectionRequest;
import dev.vesper.proto.admin.v1.RebuildProjectionResponse;
import dev.vesper.proto.admin.v1.RetryProjectionFailureRequest;
import dev.vesper.proto.admin.v1.RetryProjectionFailureResponse;
import dev.vesper.proto.admin.v1.SkipProjectionFailureRequest;
import dev.vesper.proto.admin.v1.SkipProjectionFailureResponse;
import dev.vesper.proto.internal.v1.CancelRebuildRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsRequest;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

/** Hands on to projection-service what owners of the system ask of it, with their name. */
@GrpcService
final class ProjectionAdmin extends ProjectionServiceGrpc.ProjectionServiceImplBase {
    private final Queries queries;

    ProjectionAdmin(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void listProjections(ListProjectionsRequest request, StreamObserver<ListProjectionsResponse> caller) {
        var all = queries.projections(
                admin -> admin.describeProjections(DescribeProjectionsRequest.getDefaultInstance()));
        answer(
                caller,
                ListProjectionsResponse.newBuilder()
                        .addAllProjections(all.getProjectionsList())
                        .build());
    }

    @Override
    public void rebuildProjection(RebuildProjectionRequest request, StreamObserver<RebuildProjectionResponse> caller) {
        var start = StartRebuildRequest.newBuilder()
                .setProjection(request.getName())
                .setBy(name());
        var rebuild = queries.projections(admin -> admin.startRebuild(start.build()));
        answer(
                caller,
                RebuildProjectionResponse.newBuilder().setRebuild(rebuild).build());
    }

    @Override
    public void cancelProjectionRebuild(
            CancelProjectionRebuildRequest request, StreamObserver<CancelProjectionRebuildResponse> caller) {
        var cancel = CancelRebuildRequest.newBuilder()
                .setProjection(request.getName())
                .setBy(name());
        var rebuild = queries.projections(admin -> admin.cancelRebuild(cancel.build()));
        answer(
                caller,
                CancelProjectionRebuildResponse.newBuilder().setRebuild(rebuild).build());
    }

    @Override
    public void listProjectionFailures(
            ListProjectionFailuresRequest request, StreamObserver<ListProjectionFailuresResponse> caller) {
        var list = ListFailuresRequest.newBuilder()
                .setProjection(request.getName())
                .setInstanceId(request.getInstanceId())
                .setPageSize(Answers.pageSize(request.getPageSize()))
                .setPageToken(request.getPageToken());
        var page = queries.projections(admin -> admin.listFailures(list.build()));
        answer(
                caller,
                ListProjectionFailuresResponse.newBuilder()
                        .addAllFailures(page.getFailuresList())
                        .setNextPageToken(page.getNextPageToken())
                        .build());
    }

    @Override
    public void retryProjectionFailure(
            RetryProjectionFailureRequest request, StreamObserver<RetryProjectionFailureResponse> caller) {
        var retry = RetryFailureRequest.newBuilder()
                .setProjection(request.getName())
                .setFailureId(request.getFailureId())
                .setBy(name());
        queries.projections(admin -> admin.retryFailure(retry.build()));
        answer(caller, RetryProjectionFailureResponse.getDefaultInstance());
    }

    @Override
    public void skipProjectionFailure(
            SkipProjectionFailureRequest request, StreamObserver<SkipProjectionFailureResponse> caller) {
        var skip = SkipFailureRequest.newBuilder()
                .setProjection(request.getName())
                .setFailureId(request.getFailureId())
                .setReason(request.getReason())
                .setBy(name());
        queries.projections(admin -> admin.skipFailure(skip.build()));
        answer(caller, SkipProjectionFailureResponse.getDefaultInstance());
    }

    private static String name() {
        return CurrentAdmin.get().userId();
    }
}
