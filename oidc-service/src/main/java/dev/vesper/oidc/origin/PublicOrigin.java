package dev.vesper.oidc.origin;

import dev.vesper.oidc.http.Complaint;
import dev.vesper.oidc.http.PageProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Scheme, host and port, where the scheme's own port is left out (RFC 6454, section 6.2). */
record PublicOrigin(String scheme, String host, int port) {
    private static final int NONE = -1;

    /** @throws IllegalArgumentException unless it is an http or https origin without a path */
    static PublicOrigin parse(String url) {
        URI uri = URI.create(url);
        boolean plain = uri.getPath().isEmpty() || uri.getPath().equals("/");
        if (uri.getHost() == null || !plain || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("vesper.oidc.external-urls: not an origin: " + url);
        }
        return of(uri.getScheme(), uri.getAuthority());
    }

    /** @throws PageProblem 400 when it is no host and port */
    static PublicOrigin of(String scheme, String authority) {
        try {
            URI uri = new URI(scheme, authority, "", null, null).parseServerAuthority();
            if (uri.getHost() == null || uri.getUserInfo() != null) {
                throw new PageProblem(404, Complaint.UNKNOWN_HOST);
            }
            String lower = scheme.toLowerCase(Locale.ROOT);
            int port = uri.getPort() == defaultPort(lower) ? NONE : uri.getPort();
            return new PublicOrigin(lower, uri.getHost().toLowerCase(Locale.ROOT), port);
        } catch (URISyntaxException notAnAuthority) {
            throw new PageProblem(404, Complaint.UNKNOWN_HOST);
        }
    }

    boolean isAt(String authority) {
        return equals(of(scheme, authority));
    }

    @Override
    public String toString() {
        return scheme + "://" + host + (port == NONE ? "" : ":" + port);
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
