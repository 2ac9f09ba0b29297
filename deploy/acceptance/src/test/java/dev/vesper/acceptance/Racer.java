package dev.vesper.acceptance;

import dev.vesper.events.ConsistencyToken;
import dev.vesper.proto.internal.v1.AuthRequest;
import dev.vesper.proto.internal.v1.AuthRequestCommandsGrpc;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ExchangeCodeRequest;
import dev.vesper.proto.internal.v1.IssueCodeRequest;
import dev.vesper.proto.internal.v1.SessionCommandsGrpc;
import dev.vesper.proto.internal.v1.SignInRequest;
import dev.vesper.proto.internal.v1.TerminateSessionRequest;
import dev.vesper.proto.internal.v1.TokenCommandsGrpc;
import dev.vesper.proto.internal.v1.TokenResponse;
import dev.vesper.proto.internal.v1.UserAgent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/** What oidc-service asks for one person at one app, without the pages: ten thousand races are about the decisions. */
final class Racer {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final String VERIFIER = "the-same-verifier-for-every-race-is-good-enough";
    private static final String CHALLENGE = challenge();

    private final Internal internal;
    private final String instanceId;
    private final String issuer;
    private final App app;
    private final Person.Account account;
    private final HeadStart headStart = new HeadStart();

    Racer(Internal internal, Vesper vesper, App app, Person.Account account) {
        this.internal = internal;
        this.instanceId = vesper.instanceId();
        this.issuer = vesper.stack().addresses().issuer();
        this.app = app;
        this.account = account;
    }

    /** Of the exchanges, the first side, before the end, the second. */
    HeadStart headStart() {
        return headStart;
    }

    /** @return the session's id */
    String signIn() {
        var answer = internal.ask(SessionCommandsGrpc::newBlockingStub, ANSWER_LIMIT)
                .signIn(SignInRequest.newBuilder()
                        .setInstanceId(instanceId)
                        .setUserId(account.userId())
                        .setPassword(account.password())
                        .setUserAgent(UserAgent.newBuilder().setId(userAgent()).setDescription("Race"))
                        .build());
        if (!answer.hasSignedIn()) {
            throw new AssertionError("not signed in: " + answer);
        }
        return answer.getSignedIn().getSessionId();
    }

    String issueCode(String sessionId) {
        var request = AuthRequest.newBuilder()
                .setInstanceId(instanceId)
                .setClientId(app.clientId())
                .setRedirectUri(app.redirectUri().toString())
                .addScope("openid")
                .setCodeChallenge(CHALLENGE)
                .setCodeChallengeMethod("S256")
                .setResponseType("code")
                .setIssuer(issuer)
                .setUserAgentId(userAgent());
        var answer = internal.ask(AuthRequestCommandsGrpc::newBlockingStub, ANSWER_LIMIT)
                .issueCode(IssueCodeRequest.newBuilder()
                        .setInstanceId(instanceId)
                        .setAuthRequest(request)
                        .setSessionId(sessionId)
                        .build());
        if (!answer.hasIssued()) {
            throw new AssertionError("no code: " + answer);
        }
        return answer.getIssued().getCode();
    }

    TokenResponse exchange(String code) {
        return internal.ask(TokenCommandsGrpc::newBlockingStub, ANSWER_LIMIT)
                .exchangeCode(ExchangeCodeRequest.newBuilder()
                        .setInstanceId(instanceId)
                        .setClient(ClientCredential.newBuilder()
                                .setClientId(app.clientId())
                                .setMethod(ClientCredential.Method.METHOD_BASIC)
                                .setSecret(app.clientSecret()))
                        .setCode(code)
                        .setRedirectUri(app.redirectUri().toString())
                        .setCodeVerifier(VERIFIER)
                        .build());
    }

    ConsistencyToken end(String sessionId) {
        var answer = internal.ask(SessionCommandsGrpc::newBlockingStub, ANSWER_LIMIT)
                .terminateSession(TerminateSessionRequest.newBuilder()
                        .setInstanceId(instanceId)
                        .setSessionId(sessionId)
                        .setReason("user")
                        .setTriggerOrigin(issuer)
                        .setCreator(account.userId())
                        .build());
        return ConsistencyToken.decode(answer.getConsistencyToken());
    }

    private String userAgent() {
        return "race-" + account.userId();
    }

    private static String challenge() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
