package dev.vesper.oidc.origin;

import dev.vesper.proto.internal.v1.QueryContext;
import java.net.URI;
import java.util.Locale;

/**
 * The instance that a request is for, and how its browser sees us.
 *
 * @param issuer the public origin, without a slash at the end
 * @param clientAddress the address of the browser, as far as trusted proxies tell it
 */
public record Tenant(String instanceId, String issuer, String clientAddress) {
    public boolean isSecure() {
        return issuer.startsWith("https://");
    }

    public String issuerHost() {
        return hostOf(issuer);
    }

    /** A question about this instance as it is now, without waiting for any write. */
    public QueryContext context() {
        return QueryContext.newBuilder().setInstanceId(instanceId).build();
    }

    /** @return empty text where the origin has none */
    public static String hostOf(String origin) {
        try {
            String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAUri) {
            return "";
        }
    }
}
