package dev.vesper.eventstore.gateway;

import dev.vesper.proto.internal.v1.CancelRebuildRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsRequest;
import dev.vesper.proto.internal.v1.DescribeProjectionsResponse;
import dev.vesper.proto.internal.v1.ListFailuresRequest;
import dev.vesper.proto.internal.v1.ListFailuresResponse;
import dev.vesper.proto.internal.v1.Projection;
import dev.vesper.proto.internal.v1.ProjectionAdminGrpc.ProjectionAdminImplBase;
import dev.vesper.proto.internal.v1.Rebuild;
import dev.vesper.proto.internal.v1.RetryFailureRequest;
import dev.vesper.proto.internal.v1.RetryFailureResponse;
import dev.vesper.proto.internal.v1.SkipFailureRequest;
import dev.vesper.proto.internal.v1.SkipFailureResponse;
import dev.vesper.proto.internal.v1.StartRebuildRequest;
import io.grpc.stub.StreamObserver;

/** Does nothing to views that are not there. */
final class FakeProjectionAdmin extends ProjectionAdminImplBase {
    @Override
    public void describeProjections(
            DescribeProjectionsRequest query, StreamObserver<DescribeProjectionsResponse> caller) {
        var apps = Projection.newBuilder().setName("apps");
        Answers.answer(
                caller,
                DescribeProjectionsResponse.newBuilder().addProjections(apps).build());
    }

    @Override
    public void startRebuild(StartRebuildRequest query, StreamObserver<Rebuild> caller) {
        var rebuild = Rebuild.newBuilder().setProjection(query.getProjection()).setStartedBy(query.getBy());
        FakeProjection.answer(caller, query.getProjection(), rebuild.build());
    }

    @Override
    public void cancelRebuild(CancelRebuildRequest query, StreamObserver<Rebuild> caller) {
        FakeProjection.answer(caller, query.getProjection(), Rebuild.getDefaultInstance());
    }

    @Override
    public void listFailures(ListFailuresRequest query, StreamObserver<ListFailuresResponse> caller) {
        FakeProjection.answer(caller, query.getProjection(), ListFailuresResponse.getDefaultInstance());
    }

    @Override
    public void retryFailure(RetryFailureRequest query, StreamObserver<RetryFailureResponse> caller) {
        FakeProjection.answer(caller, query.getFailureId(), RetryFailureResponse.getDefaultInstance());
    }

    @Override
    public void skipFailure(SkipFailureRequest query, StreamObserver<SkipFailureResponse> caller) {
        FakeProjection.answer(caller, query.getFailureId(), SkipFailureResponse.getDefaultInstance());
    }
}
