package dev.vesper.oidc.authorize;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.proto.admin.v1.AppType;
import java.util.Optional;
import java.util.regex.Pattern;

/** The redirect URI must be one of the registered, compared as strings (OpenID Connect Core 1.0, section 3.1.2.1; RFC 9700,
 * section 4.1.3). A native app on loopback may choose its port (RFC 8252, section 7.3). */
final class CheckRedirectUri implements PersonCheck {
    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]|localhost))(?::\\d{1,5})?((?:[/?].*)?)");

    @Override
    public Optional<Refusal.ToPerson> check(Draft draft) {
        Optional<String> uri = draft.parameters().find("redirect_uri");
        if (uri.isEmpty()) {
            return Optional.of(new Refusal.ToPerson(Complaint.REDIRECT_URI_MISSING));
        }
        return isRegistered(draft, uri.get())
                ? Optional.empty()
                : Optional.of(new Refusal.ToPerson(Complaint.REDIRECT_URI_NOT_REGISTERED));
    }

    private static boolean isRegistered(Draft draft, String uri) {
        boolean isNative = draft.client().getOidc().getAppType() == AppType.APP_TYPE_NATIVE;
        return draft.client().getOidc().getRedirectUrisList().stream()
                .anyMatch(registered -> registered.equals(uri)
                        || (isNative
                                && LOOPBACK.matcher(registered).matches()
                                && withoutPort(registered).equals(withoutPort(uri))));
    }

    private static String withoutPort(String uri) {
        return LOOPBACK.matcher(uri).replaceFirst("$1$2");
    }
}
