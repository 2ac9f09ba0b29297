package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.eventstore.write.project.Role;
import dev.vesper.proto.admin.v1.AddProjectRoleRequest;
import dev.vesper.proto.admin.v1.BulkAddProjectRolesRequest;
import dev.vesper.proto.admin.v1.ProjectRoleServiceGrpc;
import dev.vesper.proto.admin.v1.RemoveProjectRoleRequest;
import dev.vesper.proto.admin.v1.SearchProjectRolesRequest;
import dev.vesper.proto.admin.v1.SearchProjectRolesResponse;
import dev.vesper.proto.admin.v1.UpdateProjectRoleRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.SearchProjectRolesQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.List;

@GrpcService
final class ProjectRoleAdmin extends ProjectRoleServiceGrpc.ProjectRoleServiceImplBase {
    private final ProjectCommands commands;
    private final Queries queries;

    ProjectRoleAdmin(ProjectCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void addProjectRole(AddProjectRoleRequest request, StreamObserver<WriteResponse> caller) {
        var role = new Role(request.getKey(), request.getDisplayName(), request.getGroup());
        answer(caller, written(commands.addRoles(CurrentAdmin.get(), request.getProjectId(), List.of(role))));
    }

    @Override
    public void bulkAddProjectRoles(BulkAddProjectRolesRequest request, StreamObserver<WriteResponse> caller) {
        var roles = request.getRolesList().stream()
                .map(role -> new Role(role.getKey(), role.getDisplayName(), role.getGroup()))
                .toList();
        answer(caller, written(commands.addRoles(CurrentAdmin.get(), request.getProjectId(), roles)));
    }

    @Override
    public void updateProjectRole(UpdateProjectRoleRequest request, StreamObserver<WriteResponse> caller) {
        var role = new Role(request.getKey(), request.getDisplayName(), request.getGroup());
        answer(caller, written(commands.changeRole(CurrentAdmin.get(), request.getProjectId(), role)));
    }

    @Override
    public void removeProjectRole(RemoveProjectRoleRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.removeRole(CurrentAdmin.get(), request.getProjectId(), request.getKey())));
    }

    @Override
    public void searchProjectRoles(
            SearchProjectRolesRequest request, StreamObserver<SearchProjectRolesResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query = SearchProjectRolesQuery.newBuilder()
                .setContext(Queries.context())
                .setRequest(page);
        answer(caller, queries.projects(projects -> projects.searchProjectRoles(query.build())));
    }
}
