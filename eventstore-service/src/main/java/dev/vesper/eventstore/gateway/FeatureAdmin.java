package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.feature.FeatureCommands;
import dev.vesper.eventstore.write.feature.FeatureCommands.Switches;
import dev.vesper.proto.admin.v1.FeatureServiceGrpc;
import dev.vesper.proto.admin.v1.GetFeaturesRequest;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.admin.v1.ResetFeaturesRequest;
import dev.vesper.proto.admin.v1.ResetFeaturesResponse;
import dev.vesper.proto.admin.v1.SetFeaturesRequest;
import dev.vesper.proto.admin.v1.SetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class FeatureAdmin extends FeatureServiceGrpc.FeatureServiceImplBase {
    private final FeatureCommands commands;
    private final Queries queries;

    FeatureAdmin(FeatureCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void getFeatures(GetFeaturesRequest request, StreamObserver<GetFeaturesResponse> caller) {
        var query = GetInstanceFeaturesQuery.newBuilder()
                .setContext(Queries.context())
                .build();
        answer(caller, queries.instances(instances -> instances.getInstanceFeatures(query)));
    }

    @Override
    public void setFeatures(SetFeaturesRequest request, StreamObserver<SetFeaturesResponse> caller) {
        var written = commands.setInstance(CurrentAdmin.get(), switches(request));
        answer(
                caller,
                SetFeaturesResponse.newBuilder().setDetails(details(written)).build());
    }

    static Switches switches(SetFeaturesRequest request) {
        return new Switches(
                request.hasBackChannelLogout() ? request.getBackChannelLogout().getEnabled() : null,
                request.hasSingleSessionTermination()
                        ? request.getSingleSessionTermination().getEnabled()
                        : null);
    }

    @Override
    public void resetFeatures(ResetFeaturesRequest request, StreamObserver<ResetFeaturesResponse> caller) {
        var written = commands.resetInstance(CurrentAdmin.get());
        answer(
                caller,
                ResetFeaturesResponse.newBuilder().setDetails(details(written)).build());
    }
}
