package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.answer;
import static dev.vesper.eventstore.api.Answers.text;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.eventstore.write.oidcsession.Clients;
import dev.vesper.eventstore.write.oidcsession.CodeExchange;
import dev.vesper.eventstore.write.oidcsession.Grant;
import dev.vesper.eventstore.write.oidcsession.OAuthRefusal;
import dev.vesper.eventstore.write.oidcsession.TokenRefresh;
import dev.vesper.eventstore.write.oidcsession.TokenRevocation;
import dev.vesper.eventstore.write.oidcsession.TokenStates;
import dev.vesper.proto.internal.v1.AuthenticateClientRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientResponse;
import dev.vesper.proto.internal.v1.ExchangeCodeRequest;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.RefreshRequest;
import dev.vesper.proto.internal.v1.RevokeRequest;
import dev.vesper.proto.internal.v1.RevokeResponse;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenResponse;
import dev.vesper.proto.internal.v1.TokenState;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;
import java.util.function.Supplier;

@GrpcService
final class TokenCommandsService extends TokenCommandsGrpc.TokenCommandsImplBase {
    private static final Set<String> CALLERS = Set.of("oidc");

    private final CodeExchange exchange;
    private final TokenRefresh refresh;
    private final TokenRevocation revocation;
    private final Clients clients;
    private final TokenStates states;

    TokenCommandsService(
            CodeExchange exchange,
            TokenRefresh refresh,
            TokenRevocation revocation,
            Clients clients,
            TokenStates states) {
        this.exchange = exchange;
        this.refresh = refresh;
        this.revocation = revocation;
        this.clients = clients;
        this.states = states;
    }

    @Override
    public void exchangeCode(ExchangeCodeRequest request, StreamObserver<TokenResponse> caller) {
        Callers.only(CALLERS);
        var asked = new CodeExchange.Request(
                request.getInstanceId(),
                TokenTexts.read(request.getClient()),
                request.getCode(),
                request.getRedirectUri(),
                request.getCodeVerifier());
        answer(caller, tokens(() -> exchange.exchange(asked)));
    }

    @Override
    public void refresh(RefreshRequest request, StreamObserver<TokenResponse> caller) {
        Callers.only(CALLERS);
        var asked = new TokenRefresh.Request(
                request.getInstanceId(),
                TokenTexts.read(request.getClient()),
                request.getRefreshToken(),
                request.getScopeList());
        answer(caller, tokens(() -> refresh.refresh(asked)));
    }

    @Override
    public void revoke(RevokeRequest request, StreamObserver<RevokeResponse> caller) {
        Callers.only(CALLERS);
        var response = RevokeResponse.newBuilder();
        try {
            response.setConsistencyToken(text(revoke(request)));
        } catch (OAuthRefusal refusal) {
            response.setError(TokenTexts.write(refusal));
        }
        answer(caller, response.build());
    }

    @Override
    public void authenticateClient(
            AuthenticateClientRequest request, StreamObserver<AuthenticateClientResponse> caller) {
        Callers.only(CALLERS);
        var response = AuthenticateClientResponse.newBuilder();
        try {
            var client = clients.authenticate(request.getInstanceId(), TokenTexts.read(request.getClient()));
            response.setProjectId(client.projectId()).setAppId(client.app().appId());
        } catch (OAuthRefusal refusal) {
            response.setError(TokenTexts.write(refusal));
        }
        answer(caller, response.build());
    }

    @Override
    public void getTokenState(GetTokenStateRequest request, StreamObserver<TokenState> caller) {
        Callers.only(CALLERS);
        var state = request.getRefreshToken().isEmpty()
                ? states.ofAccessToken(request.getInstanceId(), request.getOidcSessionId(), request.getAccessTokenId())
                : states.ofRefreshToken(request.getInstanceId(), request.getRefreshToken());
        answer(caller, state.map(TokenTexts::write).orElse(TokenState.getDefaultInstance()));
    }

    private ConsistencyToken revoke(RevokeRequest request) {
        var credential = TokenTexts.read(request.getClient());
        return switch (request.getTokenCase()) {
            case ACCESS_TOKEN ->
                revocation.revokeAccessToken(
                        request.getInstanceId(),
                        credential,
                        request.getAccessToken().getOidcSessionId(),
                        request.getAccessToken().getAccessTokenId());
            case REFRESH_TOKEN, TOKEN_NOT_SET ->
                revocation.revokeRefreshToken(request.getInstanceId(), credential, request.getRefreshToken());
        };
    }

    private static TokenResponse tokens(Supplier<Grant> grant) {
        try {
            return TokenResponse.newBuilder()
                    .setGrant(TokenTexts.write(grant.get()))
                    .build();
        } catch (OAuthRefusal refusal) {
            return TokenResponse.newBuilder()
                    .setError(TokenTexts.write(refusal))
                    .build();
        }
    }
}
