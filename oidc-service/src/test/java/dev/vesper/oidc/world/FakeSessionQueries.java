package dev.vesper.oidc.world;

import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.SearchSessionsRequest;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.GetTokenStateQuery;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc;
import dev.vesper.proto.internal.v1.TokenState;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;

final class FakeSessionQueries extends SessionQueriesGrpc.SessionQueriesImplBase {
    private final World world;

    FakeSessionQueries(World world) {
        this.world = world;
    }

    @Override
    public void getSession(GetSessionQuery query, StreamObserver<Session> answer) {
        Answers.send(world, answer, () -> {
            Session session = world.sessions.get(query.getSessionId());
            if (session == null || world.unseen.contains(query.getSessionId())) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            return session;
        });
    }

    @Override
    public void searchSessions(SearchSessionsQuery query, StreamObserver<SearchSessionsResponse> answer) {
        Answers.send(world, answer, () -> {
            SearchSessionsRequest request = query.getRequest();
            return SearchSessionsResponse.newBuilder()
                    .addAllSessions(world.sessions.values().stream()
                            .filter(session -> !world.unseen.contains(session.getSessionId()))
                            .filter(session -> request.getUserAgentId().isEmpty()
                                    || session.getUserAgent().getId().equals(request.getUserAgentId()))
                            .filter(session -> request.getUserId().isEmpty()
                                    || session.getUserId().equals(request.getUserId()))
                            .filter(session -> session.getActive() == request.getActive())
                            .toList())
                    .build();
        });
    }

    @Override
    public void listSessionLogouts(ListSessionLogoutsQuery query, StreamObserver<ListSessionLogoutsResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> ListSessionLogoutsResponse.newBuilder()
                        .addAllLogouts(world.logouts.getOrDefault(query.getSessionId(), List.of()))
                        .build());
    }

    @Override
    public void getTokenState(GetTokenStateQuery query, StreamObserver<TokenState> answer) {
        Answers.send(world, answer, () -> {
            world.viewTokenQuestions++;
            if (world.unseen.contains(query.getOidcSessionId())) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            return TokenStateOf.accessToken(world, query.getOidcSessionId(), query.getAccessTokenId()).toBuilder()
                    .setViewPosition(world.position() - world.viewLag)
                    .build();
        });
    }
}
