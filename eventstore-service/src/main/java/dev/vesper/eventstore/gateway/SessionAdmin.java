package dev.vesper.eventstore.gateway;

import static dev.vesper.eventstore.gateway.Answers.answer;
import static dev.vesper.eventstore.gateway.Answers.details;

import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.watch.Watches;
import dev.vesper.eventstore.write.session.SessionAdminCommands;
import dev.vesper.eventstore.write.user.UserCommands;
import dev.vesper.proto.admin.v1.DeleteSessionRequest;
import dev.vesper.proto.admin.v1.DeleteSessionResponse;
import dev.vesper.proto.admin.v1.DeleteUserSessionsRequest;
import dev.vesper.proto.admin.v1.DeleteUserSessionsResponse;
import dev.vesper.proto.admin.v1.GetSessionRequest;
import dev.vesper.proto.admin.v1.GetSessionResponse;
import dev.vesper.proto.admin.v1.ListSessionLogoutsRequest;
import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.admin.v1.SessionServiceGrpc;
import dev.vesper.proto.admin.v1.WatchSessionLogoutsRequest;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.HashSet;
import java.util.Set;

@GrpcService
final class SessionAdmin extends SessionServiceGrpc.SessionServiceImplBase {
    private final SessionAdminCommands commands;
    private final UserCommands users;
    private final Queries queries;
    private final Watches watches;

    SessionAdmin(SessionAdminCommands commands, UserCommands users, Queries queries, Watches watches) {
        this.commands = commands;
        this.users = users;
        this.queries = queries;
        this.watches = watches;
    }

    @Override
    public void searchSessions(SearchSessionsRequest request, StreamObserver<SearchSessionsResponse> caller) {
        var page = request.toBuilder().setPageSize(Answers.pageSize(request.getPageSize()));
        var query =
                SearchSessionsQuery.newBuilder().setContext(Queries.context()).setRequest(page);
        answer(caller, queries.sessions(sessions -> sessions.searchSessions(query.build())));
    }

    @Override
    public void getSession(GetSessionRequest request, StreamObserver<GetSessionResponse> caller) {
        var query = GetSessionQuery.newBuilder().setContext(Queries.context()).setSessionId(request.getSessionId());
        var session = queries.sessions(sessions -> sessions.getSession(query.build()));
        answer(caller, GetSessionResponse.newBuilder().setSession(session).build());
    }

    @Override
    public void deleteSession(DeleteSessionRequest request, StreamObserver<DeleteSessionResponse> caller) {
        var written = commands.terminate(CurrentAdmin.get(), request.getSessionId());
        answer(
                caller,
                DeleteSessionResponse.newBuilder().setDetails(details(written)).build());
    }

    @Override
    public void deleteUserSessions(
            DeleteUserSessionsRequest request, StreamObserver<DeleteUserSessionsResponse> caller) {
        var written = users.endSessions(CurrentAdmin.get(), request.getUserId());
        answer(
                caller,
                DeleteUserSessionsResponse.newBuilder()
                        .setDetails(details(written))
                        .build());
    }

    /** Nobody was told of a session that nobody was in; only one that does not exist at all is a mistake. */
    @Override
    public void listSessionLogouts(
            ListSessionLogoutsRequest request, StreamObserver<ListSessionLogoutsResponse> caller) {
        var context = Queries.context();
        var session = GetSessionQuery.newBuilder().setContext(context).setSessionId(request.getSessionId());
        var logouts = ListSessionLogoutsQuery.newBuilder().setContext(context).setSessionId(request.getSessionId());
        queries.sessions(sessions -> sessions.getSession(session.build()));
        answer(caller, queries.sessions(sessions -> sessions.listSessionLogouts(logouts.build())));
    }

    @Override
    public void watchSessionLogouts(WatchSessionLogoutsRequest request, StreamObserver<SessionLogout> caller) {
        var context = Queries.context();
        var session = GetSessionQuery.newBuilder().setContext(context).setSessionId(request.getSessionId());
        var logouts = ListSessionLogoutsQuery.newBuilder().setContext(context).setSessionId(request.getSessionId());
        queries.sessions(sessions -> sessions.getSession(session.build()));
        Set<SessionLogout> told = new HashSet<>();
        watches.serve(caller, news -> {
            var rows = queries.sessions(sessions -> sessions.listSessionLogouts(logouts.build()))
                    .getLogoutsList();
            rows.stream().filter(told::add).forEach(news);
            return rows.isEmpty() || rows.stream().anyMatch(SessionAdmin::isOpen);
        });
    }

    private static boolean isOpen(SessionLogout logout) {
        return !logout.getState().equals("sent") && !logout.getState().equals("canceled");
    }
}
