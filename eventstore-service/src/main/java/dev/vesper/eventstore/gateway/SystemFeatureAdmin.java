package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.feature.FeatureCommands;
import dev.vesper.proto.admin.v1.GetFeaturesRequest;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.admin.v1.ResetFeaturesRequest;
import dev.vesper.proto.admin.v1.ResetFeaturesResponse;
import dev.vesper.proto.admin.v1.SetFeaturesRequest;
import dev.vesper.proto.admin.v1.SetFeaturesResponse;
import dev.vesper.proto.internal.v1.GetSystemFeaturesQuery;
import dev.vesper.proto.system.v1.SystemFeatureServiceGrpc;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class SystemFeatureAdmin extends SystemFeatureServiceGrpc.SystemFeatureServiceImplBase {
    private final FeatureCommands commands;
    private final Queries queries;

    SystemFeatureAdmin(FeatureCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void getSystemFeatures(GetFeaturesRequest request, StreamObserver<GetFeaturesResponse> caller) {
        var query = GetSystemFeaturesQuery.newBuilder()
                .setConsistencyToken(ConsistencyTokens.sent())
                .build();
        answer(caller, queries.instances(instances -> instances.getSystemFeatures(query)));
    }

    @Override
    public void setSystemFeatures(SetFeaturesRequest request, StreamObserver<SetFeaturesResponse> caller) {
        var written = commands.setSystem(CurrentAdmin.get(), FeatureAdmin.switches(request));
        answer(
                caller,
                SetFeaturesResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void resetSystemFeatures(ResetFeaturesRequest request, StreamObserver<ResetFeaturesResponse> caller) {
        var written = commands.resetSystem(CurrentAdmin.get());
        answer(
                caller,
                ResetFeaturesResponse.newBuilder().setDetails(details(written)).build());
    }
}
