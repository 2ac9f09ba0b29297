package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.features.FeatureReader;
import dev.vesper.projection.read.instances.InstanceReader;
import dev.vesper.projection.read.instances.SystemInstanceReader;
import dev.vesper.projection.read.webkeys.WebKeyReader;
import dev.vesper.proto.admin.v1.GetFeaturesResponse;
import dev.vesper.proto.admin.v1.ListKeysResponse;
import dev.vesper.proto.internal.v1.GetInstanceByHostQuery;
import dev.vesper.proto.internal.v1.GetInstanceFeaturesQuery;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.GetSystemFeaturesQuery;
import dev.vesper.proto.internal.v1.Instance;
import dev.vesper.proto.internal.v1.InstanceQueriesGrpc.InstanceQueriesImplBase;
import dev.vesper.proto.internal.v1.ListPublicKeysQuery;
import dev.vesper.proto.internal.v1.ListPublicKeysResponse;
import dev.vesper.proto.internal.v1.SearchInstancesQuery;
import dev.vesper.proto.system.v1.SearchInstancesResponse;
import dev.vesper.proto.system.v1.SystemInstance;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class InstanceQueries extends InstanceQueriesImplBase {
    private final InstanceReader instances;
    private final SystemInstanceReader all;
    private final FeatureReader features;
    private final WebKeyReader keys;

    @Inject
    InstanceQueries(InstanceReader instances, SystemInstanceReader all, FeatureReader features, WebKeyReader keys) {
        this.instances = instances;
        this.all = all;
        this.features = features;
        this.keys = keys;
    }

    @Override
    public void getInstanceByHost(GetInstanceByHostQuery query, StreamObserver<Instance> answer) {
        Queries.answer(answer, () -> instances.getByHost(query));
    }

    @Override
    public void getInstance(GetInstanceQuery query, StreamObserver<Instance> answer) {
        Queries.answer(answer, () -> instances.get(query));
    }

    @Override
    public void getInstanceFeatures(GetInstanceFeaturesQuery query, StreamObserver<GetFeaturesResponse> answer) {
        Queries.answer(answer, () -> features.ofInstance(query));
    }

    @Override
    public void getSystemFeatures(GetSystemFeaturesQuery query, StreamObserver<GetFeaturesResponse> answer) {
        Queries.answer(answer, () -> features.ofSystem(query));
    }

    @Override
    public void listPublicKeys(ListPublicKeysQuery query, StreamObserver<ListPublicKeysResponse> answer) {
        Queries.answer(answer, () -> keys.list(query));
    }

    @Override
    public void listKeys(ListPublicKeysQuery query, StreamObserver<ListKeysResponse> answer) {
        Queries.answer(answer, () -> keys.listAll(query));
    }

    @Override
    public void getSystemInstance(GetInstanceQuery query, StreamObserver<SystemInstance> answer) {
        Queries.answer(answer, () -> all.get(query));
    }

    @Override
    public void searchInstances(SearchInstancesQuery query, StreamObserver<SearchInstancesResponse> answer) {
        Queries.answer(answer, () -> all.search(query));
    }
}
