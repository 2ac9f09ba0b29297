package dev.vesper.oidc.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vesper.oidc.world.World.Registration;
import dev.vesper.oidc.world.World.StoredRequest;
import dev.vesper.proto.admin.v1.AuthMethodType;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientRequest;
import dev.vesper.proto.internal.v1.AuthenticateClientResponse;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ExchangeCodeRequest;
import dev.vesper.proto.internal.v1.GetTokenStateRequest;
import dev.vesper.proto.internal.v1.Grant;
import dev.vesper.proto.internal.v1.OAuthError;
import dev.vesper.proto.internal.v1.RefreshRequest;
import dev.vesper.proto.internal.v1.RevokeRequest;
import dev.vesper.proto.internal.v1.RevokeResponse;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenResponse;
import dev.vesper.proto.internal.v1.TokenState;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

final class FakeTokenCommands extends TokenCommandsGrpc.TokenCommandsImplBase {
    private static final TokenResponse INVALID_GRANT = TokenResponse.newBuilder()
            .setError(OAuthError.newBuilder().setError("invalid_grant").setErrorDescription("the grant is not valid"))
            .build();
    private static final OAuthError INVALID_CLIENT = OAuthError.newBuilder()
            .setError("invalid_client")
            .setErrorDescription("client authentication failed")
            .build();

    private final World world;

    FakeTokenCommands(World world) {
        this.world = world;
    }

    @Override
    public void exchangeCode(ExchangeCodeRequest request, StreamObserver<TokenResponse> answer) {
        Answers.send(world, answer, () -> {
            refuseWhatIsNoText(request.getCode());
            if (!isAuthentic(request.getClient())) {
                return TokenResponse.newBuilder().setError(INVALID_CLIENT).build();
            }
            return world.requests.values().stream()
                    .filter(stored -> stored.state().equals("issued"))
                    .filter(stored -> stored.code().equals(request.getCode()))
                    .filter(stored -> fits(stored.request(), request))
                    .findFirst()
                    .flatMap(this::grant)
                    .map(grant -> TokenResponse.newBuilder().setGrant(grant).build())
                    .orElse(INVALID_GRANT);
        });
    }

    @Override
    public void refresh(RefreshRequest request, StreamObserver<TokenResponse> answer) {
        Answers.send(world, answer, () -> {
            refuseWhatIsNoText(request.getRefreshToken());
            if (!isAuthentic(request.getClient())) {
                return TokenResponse.newBuilder().setError(INVALID_CLIENT).build();
            }
            for (OidcSession family : world.oidcSessions.values()) {
                if (family.usedRefreshTokens.contains(request.getRefreshToken())) {
                    family.ended = true;
                }
                boolean fits = request.getRefreshToken().equals(family.refreshToken)
                        && family.first.getClientId().equals(request.getClient().getClientId());
                if (fits && TokenStateOf.isAlive(world, family)) {
                    return TokenResponse.newBuilder()
                            .setGrant(renew(family, request))
                            .build();
                }
            }
            return INVALID_GRANT;
        });
    }

    @Override
    public void revoke(RevokeRequest request, StreamObserver<RevokeResponse> answer) {
        Answers.send(world, answer, () -> {
            if (!isAuthentic(request.getClient())) {
                return RevokeResponse.newBuilder().setError(INVALID_CLIENT).build();
            }
            world.oidcSessions.forEach((id, family) -> {
                if (request.getRefreshToken().equals(family.refreshToken)) {
                    family.ended = true;
                    family.position = world.nextPosition();
                }
                if (id.equals(request.getAccessToken().getOidcSessionId())) {
                    family.accessTokens.remove(request.getAccessToken().getAccessTokenId());
                    family.position = world.nextPosition();
                }
            });
            return RevokeResponse.getDefaultInstance();
        });
    }

    @Override
    public void authenticateClient(
            AuthenticateClientRequest request, StreamObserver<AuthenticateClientResponse> answer) {
        Answers.send(
                world,
                answer,
                () -> isAuthentic(request.getClient())
                        ? AuthenticateClientResponse.newBuilder()
                                .setProjectId("project-1")
                                .build()
                        : AuthenticateClientResponse.newBuilder()
                                .setError(INVALID_CLIENT)
                                .build());
    }

    @Override
    public void getTokenState(GetTokenStateRequest request, StreamObserver<TokenState> answer) {
        Answers.send(world, answer, () -> {
            world.logTokenQuestions++;
            return request.getRefreshToken().isEmpty()
                    ? TokenStateOf.accessToken(world, request.getOidcSessionId(), request.getAccessTokenId())
                    : TokenStateOf.refreshToken(world, request.getRefreshToken());
        });
    }

    private boolean isAuthentic(ClientCredential client) {
        Registration registration = world.registrations.get(client.getClientId());
        if (registration == null || registration.removed()) {
            return false;
        }
        AuthMethodType method = registration.app().getOidc().getAuthMethodType();
        return switch (client.getMethod()) {
            case METHOD_NONE -> method == AuthMethodType.AUTH_METHOD_TYPE_NONE;
            case METHOD_BASIC ->
                method == AuthMethodType.AUTH_METHOD_TYPE_BASIC
                        && registration.secret().equals(client.getSecret());
            case METHOD_POST ->
                method == AuthMethodType.AUTH_METHOD_TYPE_POST
                        && registration.secret().equals(client.getSecret());
            default -> false;
        };
    }

    private static boolean fits(AuthRequest stored, ExchangeCodeRequest request) {
        boolean proven = stored.getCodeChallenge().isEmpty()
                ? request.getCodeVerifier().isEmpty()
                : stored.getCodeChallenge().equals(s256(request.getCodeVerifier()));
        return proven
                && stored.getClientId().equals(request.getClient().getClientId())
                && stored.getRedirectUri().equals(request.getRedirectUri());
    }

    private Optional<Grant> grant(StoredRequest stored) {
        Session session = world.sessions.get(stored.sessionId());
        if (session == null || !session.getActive()) {
            return Optional.empty();
        }
        world.requests.put(stored.request().getId(), new StoredRequest(stored.request(), "", "", "exchanged"));
        AuthRequest request = stored.request();
        Registration registration = Objects.requireNonNull(world.registrations.get(request.getClientId()));
        Grant.Builder grant = Grant.newBuilder()
                .setOidcSessionId(World.newId())
                .setSessionId(session.getSessionId())
                .setUserId(session.getUserId())
                .setUserResourceOwner(session.getUserResourceOwner())
                .setClientId(request.getClientId())
                .setAppId(registration.app().getAppId())
                .setProjectId(registration.app().getProjectId())
                .addAudience(request.getClientId())
                .addAudience(registration.app().getProjectId())
                .addAllScope(request.getScopeList())
                .addAuthMethods("pwd")
                .setAuthTime(session.getFactors().getPasswordVerifiedAt())
                .setNonce(request.getNonce())
                .setAccessTokenType(
                        registration.app().getOidc().getAccessTokenType().name())
                .setIdTokenAlgorithm(registration.app().getOidc().getIdTokenSignedResponseAlg())
                .setIssuer(request.getIssuer());
        OidcSession family = new OidcSession(withToken(grant).build());
        world.oidcSessions.put(grant.getOidcSessionId(), family);
        family.accessTokens.add(family.first.getAccessTokenId());
        if (request.getScopeList().contains("offline_access")) {
            family.refreshToken = "vr_" + World.newId();
        }
        return Optional.of(withRefreshToken(family.first, family));
    }

    private Grant renew(OidcSession family, RefreshRequest request) {
        family.usedRefreshTokens.add(request.getRefreshToken());
        family.refreshToken = "vr_" + World.newId();
        Grant grant = withToken(family.first.toBuilder().clearNonce()).build();
        family.accessTokens.add(grant.getAccessTokenId());
        family.position = grant.getPosition();
        return withRefreshToken(grant, family);
    }

    private static Grant withRefreshToken(Grant grant, OidcSession family) {
        return family.refreshToken == null
                ? grant
                : grant.toBuilder().setRefreshToken(family.refreshToken).build();
    }

    private Grant.Builder withToken(Grant.Builder grant) {
        Instant now = Instant.now();
        return grant.setAccessTokenId(World.newId())
                .setAccessTokenIssuedAt(World.timestamp(now))
                .setAccessTokenExpiresAt(World.timestamp(now.plusSeconds(600)))
                .setIdTokenExpiresAt(World.timestamp(now.plusSeconds(600)))
                .setPosition(world.nextPosition());
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void refuseWhatIsNoText(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Status.INVALID_ARGUMENT
                    .withDescription("a character that is none")
                    .asRuntimeException();
        }
    }
}
