package dev.vesper.oidc.clients;

import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.OAuthError;

/** What the write side refused, as the client hears it. */
public final class OAuthErrors {
    private OAuthErrors() {}

    public static OAuthProblem problem(OAuthError error, ClientCredential credential) {
        return error.getError().equals("invalid_client")
                ? ClientAuthentication.refused(credential, error.getErrorDescription())
                : new OAuthProblem(400, error.getError(), error.getErrorDescription());
    }
}
