package dev.vesper.oidc.origin;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.util.List;

/** The proxies whose word counts. Hops are walked from us outwards, and the first one that is not trusted is the browser. */
final class TrustedProxies {
    private final List<AddressRange> ranges;

    TrustedProxies(List<String> ranges) {
        this.ranges =
                ranges.stream().map(String::strip).map(AddressRange::parse).toList();
    }

    SeenRequest see(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String address = peer == null ? "" : peer.hostAddress();
        return see(new SeenRequest(scheme(request), authority(request), address), request.headers());
    }

    SeenRequest see(SeenRequest direct, MultiMap headers) {
        SeenRequest seen = direct;
        for (ForwardedHop hop : ForwardedHop.readOutwards(headers)) {
            if (!isTrusted(seen.clientAddress())) {
                return seen;
            }
            seen = hop.applyTo(seen);
        }
        return seen;
    }

    private boolean isTrusted(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static String scheme(HttpServerRequest request) {
        return request.isSSL() ? "https" : "http";
    }

    private static String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.toString();
    }
}
