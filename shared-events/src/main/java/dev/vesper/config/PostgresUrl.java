package dev.vesper.config;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Splits {@code vesper.postgres.url} into the keys of Quarkus' two pools: the driver of the JDBC one takes no user and
 * password in front of the host.
 */
public final class PostgresUrl implements ConfigSourceFactory {
    private static final String KEY = "vesper.postgres.url";

    /** Above application.properties, below the environment. */
    private static final int ORDINAL = 270;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var url = context.getValue(KEY).getValue();
        return url == null ? List.of() : List.of(new PropertiesConfigSource(keys(url), KEY, ORDINAL));
    }

    /** @throws IllegalArgumentException for another scheme, or without host and database; the message keeps the password to itself */
    static Map<String, String> keys(String url) {
        var parts = parsed(url);
        var place =
                parts.getRawAuthority().substring(parts.getRawAuthority().lastIndexOf('@') + 1) + parts.getRawPath();
        var query = parts.getRawQuery() == null ? "" : "?" + parts.getRawQuery();
        var keys = new HashMap<String, String>();
        keys.put("quarkus.datasource.reactive.url", "postgresql://" + place + query);
        keys.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + place + query);
        var user = parts.getRawUserInfo() == null ? "" : parts.getRawUserInfo();
        var colon = user.indexOf(':');
        if (!user.isEmpty()) {
            keys.put("quarkus.datasource.username", plain(colon < 0 ? user : user.substring(0, colon)));
        }
        if (colon >= 0) {
            keys.put("quarkus.datasource.password", plain(user.substring(colon + 1)));
        }
        return keys;
    }

    private static URI parsed(String url) {
        var form = new IllegalArgumentException(KEY + " must look like postgresql://user:password@host:port/database");
        try {
            var parts = URI.create(url);
            boolean ours = "postgresql".equals(parts.getScheme()) || "postgres".equals(parts.getScheme());
            if (!ours || parts.getHost() == null || parts.getRawPath().length() < 2) {
                throw form;
            }
            return parts;
        } catch (IllegalArgumentException e) {
            throw form;
        }
    }

    /** A plus is a plus here, not a blank as in forms. */
    private static String plain(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
