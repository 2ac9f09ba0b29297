package dev.vesper.notifier.config;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One URL for the reactive pool and for the JDBC connection that only migrations use. */
final class PostgresUrl {
    private PostgresUrl() {}

    /** @param url {@code postgresql://user:password@host:port/database} */
    static Map<String, String> quarkusKeys(String url) {
        URI uri = URI.create(url);
        if (uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw new IllegalArgumentException(
                    "vesper.postgres.url must look like postgresql://user:password@host:port/database");
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String place = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + uri.getRawPath() + query;
        Map<String, String> keys = new HashMap<>();
        keys.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + place);
        keys.put("quarkus.datasource.reactive.url", "postgresql://" + place);
        if (uri.getRawUserInfo() != null) {
            String[] userAndPassword = uri.getRawUserInfo().split(":", 2);
            keys.put("quarkus.datasource.username", decode(userAndPassword[0]));
            if (userAndPassword.length == 2) {
                keys.put("quarkus.datasource.password", decode(userAndPassword[1]));
            }
        }
        return keys;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
