package dev.vesper.local.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the page of a signed-in person says. */
record SignedInView(AppSettings settings, SignIn signIn) {
    Map<String, String> values() {
        var values = new HashMap<String, String>();
        values.put("who", signIn.name());
        values.put("initials", initials());
        values.put("how", how());
        values.put("vesperDid", vesperDid());
        values.put("sid", signIn.sid());
        values.put("sub", signIn.subject());
        values.put("authTime", authTime());
        values.put("at", TokenPanel.time(signIn.at()));
        values.put("idToken", idToken());
        values.put("accessToken", accessToken());
        return values;
    }

    private String initials() {
        return Arrays.stream(signIn.name().split("[\\s@._-]+"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private String how() {
        return signIn.isSingleSignOn()
                ? "Vesper knew you already, so it asked for nothing: one sign-in serves both apps. Now sign out of one of them"
                        + " and watch the other."
                : settings.name() + " never saw your password. Now open " + settings.peerName()
                        + " and sign in there: nobody will ask again.";
    }

    private String vesperDid() {
        return signIn.isSingleSignOn()
                ? "knew you by its own cookie and sent you straight back with a code. This is single sign-on."
                : "asked for your name and password, and sent you back with a code that works once.";
    }

    private String authTime() {
        var time = signIn.claims().getAuthenticationTime();
        return time == null ? "not said" : TokenPanel.time(time.toInstant());
    }

    private String idToken() {
        return new TokenPanel("ID token", "Says to " + settings.name() + " who you are. It goes nowhere else.")
                .render(signIn.idToken().getParsedString());
    }

    private String accessToken() {
        return new TokenPanel(
                        "Access token",
                        "Opens APIs in your name. " + settings.name() + " used it to ask for your name.")
                .render(signIn.accessToken());
    }
}
