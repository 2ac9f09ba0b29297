package dev.vesper.oidc.authorize;

import dev.vesper.oidc.clients.ProtoTimes;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.internal.v1.AuthRequest;

/** A checked draft as the write side takes it. */
final class AuthRequests {
    private AuthRequests() {}

    static AuthRequest of(Draft draft, UserAgent userAgent) {
        Parameters parameters = draft.parameters();
        AuthRequest.Builder request = AuthRequest.newBuilder()
                .setInstanceId(draft.tenant().instanceId())
                .setClientId(draft.client().getClientId())
                .setRedirectUri(parameters.text("redirect_uri"))
                .addAllScope(parameters.words("scope"))
                .setState(parameters.text("state"))
                .setNonce(parameters.text("nonce"))
                .setCodeChallenge(parameters.text("code_challenge"))
                .setCodeChallengeMethod(parameters.text("code_challenge_method"))
                .setResponseType(parameters.text("response_type"))
                .setResponseMode(parameters.text("response_mode"))
                .addAllPrompt(parameters.words("prompt"))
                .addAllUiLocales(parameters.words("ui_locales"))
                .setIssuer(draft.tenant().issuer())
                .setUserAgentId(userAgent.id());
        parameters.find("max_age").ifPresent(age -> request.setMaxAge(ProtoTimes.seconds(Long.parseLong(age))));
        return request.build();
    }
}
