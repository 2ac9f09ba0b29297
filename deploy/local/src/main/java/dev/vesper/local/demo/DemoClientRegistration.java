package dev.vesper.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registers one of the demo's apps, or brings its registration up to date. */
final class DemoClientRegistration {
    private final AdminApi api;
    private final String apps;
    private final String name;
    private final String origin;

    DemoClientRegistration(AdminApi api, String projectId, String name, String origin) {
        this.api = api;
        this.apps = "/admin/v1/projects/" + projectId + "/apps";
        this.name = name;
        this.origin = origin;
    }

    DemoClient register(Optional<DemoClient> known) {
        return known.map(this::moved).orElseGet(this::created);
    }

    /** Another port base means other addresses. */
    private DemoClient moved(DemoClient known) {
        if (known.origin().equals(origin)) {
            return known;
        }
        api.put(apps + "/" + known.appId() + "/oidc", config());
        return new DemoClient(name, origin, known.appId(), known.clientId(), known.clientSecret());
    }

    private DemoClient created() {
        var request = new HashMap<String, Object>(config());
        request.put("name", name);
        try {
            var app = api.post(apps + "/oidc", request);
            return client(
                    app.path("appId").asText(),
                    app.path("clientId").asText(),
                    app.path("clientSecret").asText());
        } catch (AdminApi.Refusal e) {
            var app = DemoRegistration.ifTaken(
                    e, () -> api.post(apps + ":search", Map.of("name", name)).path("apps"));
            return adopted(app.path("appId").asText(), app.path("clientId").asText());
        }
    }

    /** Registered before, but its secret was forgotten. */
    private DemoClient adopted(String appId, String clientId) {
        var secret = api.post(apps + "/" + appId + "/oidc:regenerateSecret", Map.of());
        api.put(apps + "/" + appId + "/oidc", config());
        return client(appId, clientId, secret.path("clientSecret").asText());
    }

    private DemoClient client(String appId, String clientId, String secret) {
        return new DemoClient(name, origin, appId, clientId, secret);
    }

    private Map<String, Object> config() {
        return Map.of(
                "redirectUris", List.of(DemoClient.redirectUri(origin)),
                "postLogoutRedirectUris", List.of(DemoClient.postLogoutRedirectUri(origin)),
                "responseTypes", List.of("RESPONSE_TYPE_CODE"),
                "grantTypes", List.of("GRANT_TYPE_AUTHORIZATION_CODE", "GRANT_TYPE_REFRESH_TOKEN"),
                "appType", "APP_TYPE_WEB",
                "authMethodType", "AUTH_METHOD_TYPE_BASIC",
                "accessTokenType", "ACCESS_TOKEN_TYPE_JWT",
                "backChannelLogoutUri", DemoClient.backChannelLogoutUri(origin),
                "backChannelLogoutSessionRequired", true);
    }
}
