package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.answer;
import static dev.vesper.eventstore.api.Answers.orEmpty;
import static dev.vesper.eventstore.api.Answers.orNull;
import static dev.vesper.eventstore.api.Answers.text;
import static dev.vesper.eventstore.api.Answers.time;

import dev.vesper.events.EndReason;
import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.session.SessionEnding;
import dev.vesper.eventstore.write.session.SignIn;
import dev.vesper.eventstore.write.sessionlogout.AppsToTell;
import dev.vesper.eventstore.write.user.UserSessions;
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
import dev.vesper.proto.internal.v1.UserAgent;
import dev.vesper.proto.internal.v1.WrongCredentials;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import java.util.Set;

@GrpcService
final class SessionCommandsService extends SessionCommandsGrpc.SessionCommandsImplBase {
    private static final Set<String> CALLERS = Set.of("oidc");

    private final SignIn signIn;
    private final SessionEnding ending;
    private final UserSessions userSessions;
    private final AppsToTell apps;

    SessionCommandsService(SignIn signIn, SessionEnding ending, UserSessions userSessions, AppsToTell apps) {
        this.signIn = signIn;
        this.ending = ending;
        this.userSessions = userSessions;
        this.apps = apps;
    }

    @Override
    public void signIn(SignInRequest request, StreamObserver<SignInResponse> caller) {
        Callers.only(CALLERS);
        var result = signIn.signIn(new SignIn.Request(
                request.getInstanceId(),
                request.getUserId(),
                request.getPassword(),
                userAgent(request.getUserAgent()),
                request.getSessionId()));
        answer(caller, response(result));
    }

    @Override
    public void terminateSession(TerminateSessionRequest request, StreamObserver<TerminateSessionResponse> caller) {
        Callers.only(CALLERS);
        var written = ending.end(
                request.getInstanceId(),
                request.getSessionId(),
                reason(request.getReason()),
                orNull(request.getTriggerOrigin()),
                request.getCreator());
        answer(
                caller,
                TerminateSessionResponse.newBuilder()
                        .setConsistencyToken(text(written.consistencyToken()))
                        .addAllApps(apps.of(request.getInstanceId(), request.getSessionId()).stream()
                                .map(SessionCommandsService::app)
                                .toList())
                        .build());
    }

    @Override
    public void endUserSessions(EndUserSessionsRequest request, StreamObserver<EndUserSessionsResponse> caller) {
        Callers.only(CALLERS);
        var written = userSessions.end(
                request.getInstanceId(), request.getUserId(), reason(request.getReason()), request.getCreator());
        answer(
                caller,
                EndUserSessionsResponse.newBuilder()
                        .setConsistencyToken(text(written.consistencyToken()))
                        .build());
    }

    private static AppToTell app(dev.vesper.eventstore.write.sessionlogout.AppToTell app) {
        return AppToTell.newBuilder()
                .setClientId(app.clientId())
                .setBackChannel(app.backChannel())
                .setFrontChannelLogoutUri(orEmpty(app.frontChannelLogoutUri()))
                .build();
    }

    private static SignInResponse response(SignIn.Result result) {
        var response = SignInResponse.newBuilder();
        return switch (result) {
            case SignIn.SignedIn in ->
                response.setSignedIn(SignedIn.newBuilder()
                                .setSessionId(in.sessionId())
                                .setAuthTime(time(in.authTime()))
                                .setConsistencyToken(text(in.token())))
                        .build();
            case SignIn.WrongCredentials _ ->
                response.setWrongCredentials(WrongCredentials.getDefaultInstance())
                        .build();
            case SignIn.AccountLocked _ ->
                response.setAccountLocked(AccountLocked.getDefaultInstance()).build();
        };
    }

    private static SessionEvent.UserAgent userAgent(UserAgent agent) {
        return new SessionEvent.UserAgent(agent.getId(), orNull(agent.getDescription()), orNull(agent.getIp()));
    }

    private static EndReason reason(String wireName) {
        try {
            return EndReason.ofWireName(wireName);
        } catch (IllegalArgumentException e) {
            throw CommandRejected.invalid("INVALID_REASON", "reason", "reason is none of session.terminated.");
        }
    }
}
