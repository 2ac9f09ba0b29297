package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;
import static dev.vesper.eventstore.gateway.Answers.written;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.write.project.ProjectCommands;
import dev.vesper.proto.admin.v1.CreateProjectRequest;
import dev.vesper.proto.admin.v1.CreateProjectResponse;
import dev.vesper.proto.admin.v1.DeactivateProjectRequest;
import dev.vesper.proto.admin.v1.DeleteProjectRequest;
import dev.vesper.proto.admin.v1.DeleteProjectResponse;
import dev.vesper.proto.admin.v1.GetProjectRequest;
import dev.vesper.proto.admin.v1.GetProjectResponse;
import dev.vesper.proto.admin.v1.ProjectServiceGrpc;
import dev.vesper.proto.admin.v1.ReactivateProjectRequest;
import dev.vesper.proto.admin.v1.SearchProjectsRequest;
import dev.vesper.proto.admin.v1.SearchProjectsResponse;
import dev.vesper.proto.admin.v1.UpdateProjectRequest;
import dev.vesper.proto.admin.v1.WriteResponse;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.SearchProjectsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;

@GrpcService
final class ProjectAdmin extends ProjectServiceGrpc.ProjectServiceImplBase {
    private final ProjectCommands commands;
    private final Queries queries;

    ProjectAdmin(ProjectCommands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public void createProject(CreateProjectRequest request, StreamObserver<CreateProjectResponse> caller) {
        var created = commands.create(CurrentAdmin.get(), request.getOrgId(), request.getName());
        answer(
                caller,
                CreateProjectResponse.newBuilder()
                        .setProjectId(created.projectId())
                        .setDetails(details(created.written()))
                        .build());
    }

    @Override
    public void getProject(GetProjectRequest request, StreamObserver<GetProjectResponse> caller) {
        var query = GetProjectQuery.newBuilder().setContext(Queries.context()).setProjectId(request.getProjectId());
        var project = queries.projects(projects -> projects.getProject(query.build()));
        answer(caller, GetProjectResponse.newBuilder().setProject(project).build());
    }

    @Override
    public void searchProjects(SearchProjectsRequest request, StreamObserver<SearchProjectsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query =
                SearchProjectsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.projects(projects -> projects.searchProjects(query.build())));
    }

    @Override
    public void deleteProject(DeleteProjectRequest request, StreamObserver<DeleteProjectResponse> caller) {
        var written = commands.remove(CurrentAdmin.get(), request.getProjectId());
        answer(
                caller,
                DeleteProjectResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void updateProject(UpdateProjectRequest request, StreamObserver<WriteResponse> caller) {
        if (!FieldMasks.covers(request, request.getUpdateMask(), "name")) {
            throw new InvalidRequest("name", "is required: there is nothing else to change");
        }
        answer(caller, written(commands.rename(CurrentAdmin.get(), request.getProjectId(), request.getName())));
    }

    @Override
    public void deactivateProject(DeactivateProjectRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.deactivate(CurrentAdmin.get(), request.getProjectId())));
    }

    @Override
    public void reactivateProject(ReactivateProjectRequest request, StreamObserver<WriteResponse> caller) {
        answer(caller, written(commands.reactivate(CurrentAdmin.get(), request.getProjectId())));
    }
}
