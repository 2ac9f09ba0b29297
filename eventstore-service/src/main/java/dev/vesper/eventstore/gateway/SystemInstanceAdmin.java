package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.written;

import com.google.rpc.Code;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.instance.InstanceCommands;
import dev.vesper.eventstore.write.system.SystemInstanceCommands;
import dev.vesper.eventstore.write.system.SystemInstanceCommands.NewInstance;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.GetInstanceQuery;
import dev.vesper.proto.internal.v1.QueryContext;
import dev.vesper.proto.internal.v1.SearchInstancesQuery;
import dev.vesper.proto.system.v1.AddDomainRequest;
import dev.vesper.proto.system.v1.CreateInstanceRequest;
import dev.vesper.proto.system.v1.CreateInstanceResponse;
import dev.vesper.proto.system.v1.DeleteInstanceRequest;
import dev.vesper.proto.system.v1.GetInstanceRequest;
import dev.vesper.proto.system.v1.GetInstanceResponse;
import dev.vesper.proto.system.v1.RemoveDomainRequest;
import dev.vesper.proto.system.v1.SearchInstancesRequest;
import dev.vesper.proto.system.v1.SearchInstancesResponse;
import dev.vesper.proto.system.v1.SetPrimaryDomainRequest;
import dev.vesper.proto.system.v1.SystemInstanceServiceGrpc;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

@GrpcService
final class SystemInstanceAdmin extends SystemInstanceServiceGrpc.SystemInstanceServiceImplBase {
    private final SystemInstanceCommands commands;
    private final InstanceCommands instances;
    private final Queries queries;

    SystemInstanceAdmin(SystemInstanceCommands commands, InstanceCommands instances, Queries queries) {
        this.commands = commands;
        this.instances = instances;
        this.queries = queries;
    }

    @Override
    public void createInstance(CreateInstanceRequest request, StreamObserver<CreateInstanceResponse> caller) {
        if (!request.hasAdmin()) {
            throw new InvalidRequest("admin", "is required: an instance without one would be nobody's");
        }
        var wish = new NewInstance(
                request.getName(),
                List.copyOf(request.getDomainsList()),
                request.getOrgName(),
                UserAdmin.human(request.getAdmin()),
                request.getDefaultLanguage());
        var created = commands.create(CurrentAdmin.get(), wish);
        answer(
                caller,
                CreateInstanceResponse.newBuilder()
                        .setInstanceId(created.instanceId())
                        .setOrgId(created.orgId())
                        .setUserId(created.userId())
                        .setPersonalAccessToken(created.token())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getInstance(GetInstanceRequest request, StreamObserver<GetInstanceResponse> caller) {
        var query = GetInstanceQuery.newBuilder()
                .setContext(QueryContext.newBuilder()
                        .setInstanceId(request.getInstanceId())
                        .setConsistencyToken(ConsistencyTokens.sent()))
                .build();
        var instance = queries.instances(all -> all.getSystemInstance(query));
        answer(caller, GetInstanceResponse.newBuilder().setInstance(instance).build());
    }

    @Override
    public void searchInstances(SearchInstancesRequest request, StreamObserver<SearchInstancesResponse> caller) {
        var query = SearchInstancesQuery.newBuilder()
                .setConsistencyToken(ConsistencyTokens.sent())
                .setRequest(request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize())))
                .build();
        answer(caller, queries.instances(all -> all.searchInstances(query)));
    }

    @Override
    public void deleteInstance(DeleteInstanceRequest request, StreamObserver<WriteResponse> caller) {
        if (request.getInstanceId().equals(CurrentAdmin.get().instanceId())) {
            throw Failure.of(
                            Code.FAILED_PRECONDITION,
                            "INSTANCE_IS_YOURS",
                            "You are of this instance, and would lock yourself out of the system.")
                    .toException();
        }
        answer(caller, written(instances.remove(within(request.getInstanceId()))));
    }

    @Override
    public void addDomain(AddDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(instances.addDomain(within(request.getInstanceId()), request.getDomain())));
    }

    @Override
    public void setPrimaryDomain(SetPrimaryDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(instances.setPrimaryDomain(within(request.getInstanceId()), request.getDomain())));
    }

    @Override
    public void removeDomain(RemoveDomainRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(instances.removeDomain(within(request.getInstanceId()), request.getDomain())));
    }

    /** The caller, at work in an instance that need not be their own. */
    private static AdminCaller within(String instanceId) {
        return new AdminCaller(instanceId, CurrentAdmin.get().userId());
    }
}
