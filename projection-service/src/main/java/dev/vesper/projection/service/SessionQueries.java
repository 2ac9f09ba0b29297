package dev.vesper.projection.service;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.read.logouts.LogoutReader;
import dev.vesper.projection.read.oidcsessions.TokenReader;
import dev.vesper.projection.read.sessions.SessionReader;
import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.SearchSessionsResponse;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.GetSessionQuery;
import dev.vesper.proto.internal.v1.GetTokenStateQuery;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import dev.vesper.proto.internal.v1.SearchSessionsQuery;
import dev.vesper.proto.internal.v1.SessionQueriesGrpc.SessionQueriesImplBase;
import dev.vesper.proto.internal.v1.TokenState;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import jakarta.inject.Inject;

@GrpcService
class SessionQueries extends SessionQueriesImplBase {
    private final SessionReader sessions;
    private final LogoutReader logouts;
    private final TokenReader tokens;

    @Inject
    SessionQueries(SessionReader sessions, LogoutReader logouts, TokenReader tokens) {
        this.sessions = sessions;
        this.logouts = logouts;
        this.tokens = tokens;
    }

    @Override
    public void getSession(GetSessionQuery query, StreamObserver<Session> answer) {
        Queries.answer(answer, () -> sessions.get(query));
    }

    @Override
    public void searchSessions(SearchSessionsQuery query, StreamObserver<SearchSessionsResponse> answer) {
        Queries.answer(answer, () -> sessions.search(query));
    }

    @Override
    public void listSessionLogouts(ListSessionLogoutsQuery query, StreamObserver<ListSessionLogoutsResponse> answer) {
        Queries.answer(answer, () -> logouts.list(query));
    }

    @Override
    public void getTokenState(GetTokenStateQuery query, StreamObserver<TokenState> answer) {
        Queries.answer(answer, () -> tokens.get(query));
    }
}
