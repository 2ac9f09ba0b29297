package dev.vesper.eventstore.api;

import static dev.vesper.eventstore.api.Answers.orEmpty;
import static dev.vesper.eventstore.api.Answers.orNull;
import static dev.vesper.eventstore.api.Answers.time;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.eventstore.write.authrequest.AuthRequests.Open;
import dev.vesper.proto.internal.v1.AuthRequest;
import java.time.Duration;

/** Authorization requests on the wire. */
final class AuthRequestTexts {
    private AuthRequestTexts() {}

    static AuthRequestEvent.Added read(AuthRequest request) {
        return new AuthRequestEvent.Added(
                request.getClientId(),
                request.getRedirectUri(),
                request.getScopeList(),
                orNull(request.getState()),
                orNull(request.getNonce()),
                orNull(request.getCodeChallenge()),
                orNull(request.getCodeChallengeMethod()),
                request.getResponseType(),
                orNull(request.getResponseMode()),
                request.getPromptList(),
                request.hasMaxAge() ? Duration.ofSeconds(request.getMaxAge().getSeconds()) : null,
                request.getUiLocalesList(),
                request.getIssuer(),
                request.getUserAgentId());
    }

    static AuthRequest write(String instanceId, Open open) {
        AuthRequestEvent.Added request = open.request();
        var written = AuthRequest.newBuilder()
                .setId(open.id())
                .setInstanceId(instanceId)
                .setClientId(request.clientId())
                .setRedirectUri(request.redirectUri())
                .addAllScope(request.scope())
                .setState(orEmpty(request.state()))
                .setNonce(orEmpty(request.nonce()))
                .setCodeChallenge(orEmpty(request.codeChallenge()))
                .setCodeChallengeMethod(orEmpty(request.codeChallengeMethod()))
                .setResponseType(request.responseType())
                .setResponseMode(orEmpty(request.responseMode()))
                .addAllPrompt(request.prompt())
                .addAllUiLocales(request.uiLocales())
                .setIssuer(request.issuer())
                .setUserAgentId(request.userAgentId())
                .setCreatedAt(time(open.createdAt()));
        Duration maxAge = request.maxAge();
        if (maxAge != null) {
            written.setMaxAge(com.google.protobuf.Duration.newBuilder().setSeconds(maxAge.toSeconds()));
        }
        return written.build();
    }
}
