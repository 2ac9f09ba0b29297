package dev.vesper.oidc.discovery;

import dev.vesper.oidc.http.Languages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What this provider can do (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2; the logout specifications).
 * Only what works stands here.
 */
final class ProviderMetadata {
    private static final List<String> SECRET_METHODS = List.of("client_secret_basic", "client_secret_post");
    private static final List<String> ALL_METHODS = List.of("client_secret_basic", "client_secret_post", "none");

    private ProviderMetadata() {}

    static Map<String, Object> of(
            String issuer, List<String> signingAlgorithms, boolean backChannelLogout, boolean sessionManagement) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", issuer);
        addEndpoints(metadata, issuer);
        metadata.put("scopes_supported", List.of("openid", "profile", "email", "phone", "offline_access"));
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("response_modes_supported", List.of("query", "form_post"));
        metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        metadata.put("prompt_values_supported", List.of("none", "login", "consent", "select_account"));
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("id_token_signing_alg_values_supported", signingAlgorithms);
        metadata.put("token_endpoint_auth_methods_supported", ALL_METHODS);
        metadata.put("introspection_endpoint_auth_methods_supported", SECRET_METHODS);
        metadata.put("revocation_endpoint_auth_methods_supported", ALL_METHODS);
        metadata.put("claims_supported", claims());
        metadata.put("ui_locales_supported", Languages.tags());
        metadata.put("claims_parameter_supported", false);
        metadata.put("request_parameter_supported", false);
        metadata.put("request_uri_parameter_supported", false);
        metadata.put("authorization_response_iss_parameter_supported", true);
        metadata.put("backchannel_logout_supported", backChannelLogout);
        metadata.put("backchannel_logout_session_supported", backChannelLogout);
        metadata.put("frontchannel_logout_supported", true);
        metadata.put("frontchannel_logout_session_supported", true);
        if (sessionManagement) {
            metadata.put("check_session_iframe", issuer + "/oidc/v1/check_session");
        }
        return metadata;
    }

    private static void addEndpoints(Map<String, Object> metadata, String issuer) {
        metadata.put("authorization_endpoint", issuer + "/oauth/v2/authorize");
        metadata.put("token_endpoint", issuer + "/oauth/v2/token");
        metadata.put("userinfo_endpoint", issuer + "/oidc/v1/userinfo");
        metadata.put("introspection_endpoint", issuer + "/oauth/v2/introspect");
        metadata.put("revocation_endpoint", issuer + "/oauth/v2/revoke");
        metadata.put("end_session_endpoint", issuer + "/oidc/v1/end_session");
        metadata.put("jwks_uri", issuer + "/oauth/v2/keys");
    }

    private static List<String> claims() {
        return List.of(
                "iss",
                "sub",
                "aud",
                "azp",
                "exp",
                "iat",
                "auth_time",
                "nonce",
                "amr",
                "at_hash",
                "sid",
                "name",
                "given_name",
                "family_name",
                "preferred_username",
                "locale",
                "updated_at",
                "email",
                "email_verified",
                "phone_number",
                "phone_number_verified");
    }
}
