package dev.vesper.oidc.world;

import dev.vesper.oidc.world.World.Account;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionFactors;
import dev.vesper.proto.admin.v1.SessionUserAgent;
import dev.vesper.proto.internal.v1.AccountLocked;
import dev.vesper.proto.internal.v1.AppToTell;
import dev.vesper.proto.internal.v1.EndUserSessionsRequest;
import dev.vesper.proto.internal.v1.EndUserSessionsResponse;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc;
import dev.vesper.proto.internal.v1.SignInRequest;
import dev.vesper.proto.internal.v1.SignInResponse;
import dev.vesper.proto.internal.v1.SignedIn;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.TerminateSessionResponse;
import dev.vesper.proto.internal.v1.WrongCredentials;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Objects;

final class FakeSessionCommands extends SessionCommandsGrpc.SessionCommandsImplBase {
    private final World world;

    FakeSessionCommands(World world) {
        this.world = world;
    }

    @Override
    public void signIn(SignInRequest request, StreamObserver<SignInResponse> answer) {
        Answers.send(world, answer, () -> decide(request));
    }

    @Override
    public void terminateSession(TerminateSessionRequest request, StreamObserver<TerminateSessionResponse> answer) {
        Answers.send(world, answer, () -> {
            Session session = world.sessions.get(request.getSessionId());
            if (session == null) {
                throw Status.NOT_FOUND.asRuntimeException();
            }
            if (session.getActive()) {
                world.nextPosition();
                world.sessions.put(
                        session.getSessionId(),
                        session.toBuilder().setActive(false).build());
                world.terminations.add(request);
            }
            return TerminateSessionResponse.newBuilder()
                    .setConsistencyToken(world.consistencyToken())
                    .addAllApps(appsToTell(request.getSessionId()))
                    .build();
        });
    }

    @Override
    public void endUserSessions(EndUserSessionsRequest request, StreamObserver<EndUserSessionsResponse> answer) {
        Answers.send(world, answer, () -> {
            world.nextPosition();
            world.endsEverywhere.add(request);
            world.sessions.replaceAll((id, session) -> session.getUserId().equals(request.getUserId())
                    ? session.toBuilder().setActive(false).build()
                    : session);
            return EndUserSessionsResponse.newBuilder()
                    .setConsistencyToken(world.consistencyToken())
                    .build();
        });
    }

    /** Those whose registration has an address for that. */
    private List<AppToTell> appsToTell(String sessionId) {
        return world.oidcSessions.values().stream()
                .filter(part -> part.first.getSessionId().equals(sessionId))
                .map(part -> part.first.getClientId())
                .distinct()
                .sorted()
                .map(client -> Objects.requireNonNull(world.registrations.get(client), client))
                .map(registration -> registration.app())
                .map(app -> AppToTell.newBuilder()
                        .setClientId(app.getClientId())
                        .setBackChannel(!app.getOidc().getBackChannelLogoutUri().isEmpty())
                        .setFrontChannelLogoutUri(app.getOidc().getFrontChannelLogoutUri())
                        .build())
                .filter(app ->
                        app.getBackChannel() || !app.getFrontChannelLogoutUri().isEmpty())
                .toList();
    }

    private SignInResponse decide(SignInRequest request) {
        Account account = world.accounts.values().stream()
                .filter(known -> known.user().getUserId().equals(request.getUserId()))
                .findFirst()
                .orElse(null);
        if (account == null) {
            return wrong();
        }
        if (account.failures() >= World.LOCKED_AFTER) {
            return SignInResponse.newBuilder()
                    .setAccountLocked(AccountLocked.getDefaultInstance())
                    .build();
        }
        boolean right = account.password().equals(request.getPassword());
        world.accounts.put(account.user().getUserName(), account.withFailures(right ? 0 : account.failures() + 1));
        return right ? signedIn(request) : wrong();
    }

    private SignInResponse signedIn(SignInRequest request) {
        Session before = world.sessions.get(request.getSessionId());
        world.nextPosition();
        Session session = (before == null ? begin(request) : before.toBuilder())
                .setFactors(SessionFactors.newBuilder().setPasswordVerifiedAt(World.now()))
                .build();
        world.sessions.put(session.getSessionId(), session);
        return SignInResponse.newBuilder()
                .setSignedIn(SignedIn.newBuilder()
                        .setSessionId(session.getSessionId())
                        .setAuthTime(session.getFactors().getPasswordVerifiedAt())
                        .setConsistencyToken(world.consistencyToken()))
                .build();
    }

    private Session.Builder begin(SignInRequest request) {
        return Session.newBuilder()
                .setSessionId(World.newId())
                .setUserId(request.getUserId())
                .setUserResourceOwner("org-1")
                .setActive(true)
                .setUserAgent(SessionUserAgent.newBuilder()
                        .setId(request.getUserAgent().getId())
                        .setDescription(request.getUserAgent().getDescription()))
                .setBeginPosition(world.position());
    }

    private static SignInResponse wrong() {
        return SignInResponse.newBuilder()
                .setWrongCredentials(WrongCredentials.getDefaultInstance())
                .build();
    }
}
