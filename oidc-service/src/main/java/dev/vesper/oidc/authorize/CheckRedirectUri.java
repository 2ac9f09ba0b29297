package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.RegisteredUris;
import dev.vesper.proto.admin.v1.AppType;
import dev.vesper.proto.admin.v1.OidcConfig;
import java.util.Optional;

/** The redirect URI must be one of the registered, compared as strings (OpenID Connect Core 1.0, section 3.1.2.1; RFC 9700,
 * section 4.1.3). A native app on loopback may choose its port (RFC 8252, section 7.3). */
final class CheckRedirectUri implements PersonCheck {
    @Override
    public Optional<Refusal.ToPerson> check(Draft draft) {
        Optional<String> uri = draft.parameters().find("redirect_uri");
        if (uri.isEmpty()) {
            return Optional.of(new Refusal.ToPerson(Complaint.REDIRECT_URI_MISSING));
        }
        return isRegistered(draft.client().getOidc(), uri.get())
                ? Optional.empty()
                : Optional.of(new Refusal.ToPerson(Complaint.REDIRECT_URI_NOT_REGISTERED));
    }

    private static boolean isRegistered(OidcConfig client, String uri) {
        return RegisteredUris.contain(
                client.getRedirectUrisList(), uri, client.getAppType() == AppType.APP_TYPE_NATIVE);
    }
}
