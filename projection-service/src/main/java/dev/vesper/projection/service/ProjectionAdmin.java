package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.operation.ProjectionDescriptions;
import dev.vesper.projection.operation.ProjectionFailures;
import dev.vesper.projection.operation.RebuildOrders;
import dev.vesper.proto.internal.v1.CancelRebuildRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsResponse;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.ListFailuresResponse;
import dev.vesper.proto.internal.v1.ListSkippedEventsRequest;
import dev.vesper.proto.internal.v1.ListSkippedEventsResponse;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc.ProjectionAdminImplBase;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.RetryFailureResponse;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureResponse;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import dev.vesper.proto.internal.v1.WatchRebuildRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@GrpcService
class ProjectionAdmin extends ProjectionAdminImplBase {
    private final ProjectionDescriptions descriptions;
    private final ProjectionFailures failures;
    private final RebuildOrders rebuilds;

    @Inject
    ProjectionAdmin(ProjectionDescriptions descriptions, ProjectionFailures failures, RebuildOrders rebuilds) {
        this.descriptions = descriptions;
        this.failures = failures;
        this.rebuilds = rebuilds;
    }

    @Override
    public void describeProjections(
            DescribeProjectionsRequest request, StreamObserver<DescribeProjectionsResponse> answer) {
        Queries.answer(answer, descriptions::all);
    }

    @Override
    public void listFailures(ListFailuresRequest request, StreamObserver<ListFailuresResponse> answer) {
        Queries.answer(answer, () -> failures.list(request));
    }

    @Override
    public void retryFailure(RetryFailureRequest request, StreamObserver<RetryFailureResponse> answer) {
        Queries.answer(answer, () -> failures.retry(request));
    }

    @Override
    public void skipFailure(SkipFailureRequest request, StreamObserver<SkipFailureResponse> answer) {
        Queries.answer(answer, () -> failures.skip(request));
    }

    @Override
    public void listSkippedEvents(ListSkippedEventsRequest request, StreamObserver<ListSkippedEventsResponse> answer) {
        Queries.answer(answer, () -> failures.skipped(request));
    }

    @Override
    public void startRebuild(StartRebuildRequest request, StreamObserver<Rebuild> answer) {
        Queries.answer(answer, () -> rebuilds.start(request));
    }

    @Override
    public void cancelRebuild(CancelRebuildRequest request, StreamObserver<Rebuild> answer) {
        Queries.answer(answer, () -> rebuilds.cancel(request));
    }

    @Override
    public void watchRebuild(WatchRebuildRequest request, StreamObserver<Rebuild> answer) {
        CountDownLatch left = new CountDownLatch(1);
        if (answer instanceof ServerCallStreamObserver<Rebuild> call) {
            call.setOnCancelHandler(left::countDown);
        }
        Queries.stream(answer, caller -> rebuilds.watch(request, caller, time -> isOver(left, time)));
    }

    private static boolean isOver(CountDownLatch left, Duration within) {
        try {
            return left.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
