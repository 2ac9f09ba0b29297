package dev.vesper.oidc.endsession;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.RegisteredUris;
import dev.vesper.proto.admin.v1.AppType;
import dev.vesper.proto.admin.v1.OidcConfig;
import java.util.Optional;

/** The URI must be one that the client has registered, compared as strings (OpenID Connect RP-Initiated Logout 1.0, section 3);
 * a native app on loopback may choose its port. Where no client is known nothing vouches for it, and it is not used. */
final class CheckPostLogoutRedirectUri implements LogoutCheck {
    @Override
    public Optional<Complaint> check(LogoutDraft draft) {
        return draft.parameters()
                .find("post_logout_redirect_uri")
                .filter(uri -> draft.client()
                        .filter(client -> !isRegistered(client.getOidc(), uri))
                        .isPresent())
                .map(uri -> Complaint.LOGOUT_URI_NOT_REGISTERED);
    }

    private static boolean isRegistered(OidcConfig client, String uri) {
        return RegisteredUris.contain(
                client.getPostLogoutRedirectUrisList(), uri, client.getAppType() == AppType.APP_TYPE_NATIVE);
    }
}
