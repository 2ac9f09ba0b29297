package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.apps.AppReader;
import dev.vesper.projection.read.projectroles.ProjectRoleReader;
import dev.vesper.projection.read.projects.ProjectReader;
import dev.vesper.proto.admin.v1.App;
import dev.vesper.proto.admin.v1.Project;
import dev.vesper.proto.admin.v1.SearchAppsResponse;
import dev.vesper.proto.admin.v1.SearchProjectRolesResponse;
import dev.vesper.proto.admin.v1.SearchProjectsResponse;
import dev.vesper.proto.internal.v1.Client;
import dev.vesper.proto.internal.v1.GetAppQuery;
import dev.vesper.proto.internal.v1.GetClientQuery;
import dev.vesper.proto.internal.v1.GetProjectQuery;
import dev.vesper.proto.internal.v1.ProjectQueriesGrpc.ProjectQueriesImplBase;
import dev.vesper.proto.internal.v1.SearchAppsQuery;
import dev.vesper.proto.internal.v1.SearchProjectRolesQuery;
import dev.vesper.proto.internal.v1.SearchProjectsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class ProjectQueries extends ProjectQueriesImplBase {
    private final ProjectReader projects;
    private final ProjectRoleReader roles;
    private final AppReader apps;

    @Inject
    ProjectQueries(ProjectReader projects, ProjectRoleReader roles, AppReader apps) {
        this.projects = projects;
        this.roles = roles;
        this.apps = apps;
    }

    @Override
    public void getProject(GetProjectQuery query, StreamObserver<Project> answer) {
        Queries.answer(answer, () -> projects.get(query));
    }

    @Override
    public void searchProjects(SearchProjectsQuery query, StreamObserver<SearchProjectsResponse> answer) {
        Queries.answer(answer, () -> projects.search(query));
    }

    @Override
    public void getApp(GetAppQuery query, StreamObserver<App> answer) {
        Queries.answer(answer, () -> apps.get(query));
    }

    @Override
    public void searchApps(SearchAppsQuery query, StreamObserver<SearchAppsResponse> answer) {
        Queries.answer(answer, () -> apps.search(query));
    }

    @Override
    public void getClient(GetClientQuery query, StreamObserver<Client> answer) {
        Queries.answer(answer, () -> apps.getClient(query));
    }

    @Override
    public void searchProjectRoles(SearchProjectRolesQuery query, StreamObserver<SearchProjectRolesResponse> answer) {
        Queries.answer(answer, () -> roles.search(query));
    }
}
