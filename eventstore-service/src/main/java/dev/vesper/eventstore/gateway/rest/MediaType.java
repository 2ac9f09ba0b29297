package dev.vesper.eventstore.gateway.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a body claims to be. */
final class MediaType {
    private MediaType() {}

    /** No body needs no type, and a body without one is taken for JSON. */
    static boolean isJson(RoutingContext http) {
        return http.body().length() <= 0 || isJson(http.request().getHeader(HttpHeaders.CONTENT_TYPE));
    }

    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        var type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
