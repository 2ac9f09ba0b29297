package dev.vesper.oidc.login;

import dev.vesper.oidc.origin.Tenant;
import dev.vesper.oidc.useragent.UserAgent;
import dev.vesper.proto.internal.v1.AuthRequest;

/** A person at the login pages, in the browser that the authorization request came from. */
record LoginAttempt(Tenant tenant, UserAgent userAgent, AuthRequest request) {
    String requestId() {
        return request.getId();
    }
}
