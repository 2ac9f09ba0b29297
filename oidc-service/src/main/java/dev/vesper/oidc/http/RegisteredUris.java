package dev.vesper.oidc.http;

import java.util.List;
import java.util.regex.Pattern;

/** Whether a URI is one of a client's registered, compared as strings (RFC 9700, section 4.1.3). */
public final class RegisteredUris {
    private static final Pattern LOOPBACK =
            Pattern.compile("(http://(?:127\\.0\\.0\\.1|\\[::1]|localhost))(?::\\d{1,5})?((?:[/?].*)?)");

    private RegisteredUris() {}

    /** @param anyLoopbackPort a native app on loopback may choose its port (RFC 8252, section 7.3) */
    public static boolean contain(List<String> registered, String uri, boolean anyLoopbackPort) {
        return registered.stream()
                .anyMatch(known -> known.equals(uri)
                        || (anyLoopbackPort
                                && LOOPBACK.matcher(known).matches()
                                && withoutPort(known).equals(withoutPort(uri))));
    }

    private static String withoutPort(String uri) {
        return LOOPBACK.matcher(uri).replaceFirst("$1$2");
    }
}
