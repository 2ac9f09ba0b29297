package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Pages;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.oidc.http.Urls;
import dev.vesper.proto.internal.v1.AuthRequest;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how an authorization response goes. Each carries the {@code state} as it was sent, and the {@code iss} by
 * which a client tells providers apart (RFC 9207).
 *
 * @param redirectUri one that has been checked against the registered
 */
public record ReturnAddress(String redirectUri, String responseMode, String state, String issuer) {

    static ReturnAddress of(Draft draft) {
        Parameters parameters = draft.parameters();
        return new ReturnAddress(
                parameters.text("redirect_uri"),
                parameters.text("response_mode"),
                parameters.text("state"),
                draft.tenant().issuer());
    }

    public static ReturnAddress of(AuthRequest request) {
        return new ReturnAddress(
                request.getRedirectUri(), request.getResponseMode(), request.getState(), request.getIssuer());
    }

    /**
     * RFC 6749, section 4.1.2.
     *
     * @param sessionState of OpenID Connect Session Management 1.0, section 2; empty where that is off
     */
    public Response.ResponseBuilder code(String code, Optional<String> sessionState) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        sessionState.ifPresent(state -> parameters.put("session_state", state));
        return send(parameters);
    }

    /** RFC 6749, section 4.1.2.1. */
    public Response.ResponseBuilder error(String error, String description) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", error);
        parameters.put("error_description", description);
        return send(parameters);
    }

    private Response.ResponseBuilder send(Map<String, String> answer) {
        Map<String, String> parameters = new LinkedHashMap<>(answer);
        if (!state.isEmpty()) {
            parameters.put("state", state);
        }
        parameters.put("iss", issuer);
        return responseMode.equals("form_post")
                ? Pages.show(200, new FormPost(redirectUri, fields(parameters)))
                : Pages.seeOther(Urls.withParameters(redirectUri, parameters));
    }

    private static List<FormPost.Field> fields(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> new FormPost.Field(entry.getKey(), entry.getValue()))
                .toList();
    }
}
