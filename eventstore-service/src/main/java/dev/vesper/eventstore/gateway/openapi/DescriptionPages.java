package dev.vesper.eventstore.gateway.openapi;

import dev.vesper.eventstore.gateway.rest.AdminServices;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the description to anybody, for programs and, with a page that tries calls out, for people. */
@Singleton
final class DescriptionPages {
    /** The page's own and what it loads come from here alone. */
    private static final String POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private final String openApi;
    private final SwaggerUi swaggerUi = SwaggerUi.fromClassPath();

    DescriptionPages(AdminServices services) {
        openApi =
                new OpenApi(services.routes(), ProtoComments.load()).document().toString();
    }

    void mount(@Observes Router router) {
        router.get("/admin/v1/openapi.json").handler(http -> end(http, "application/json", openApi));
        router.get("/admin/docs").handler(http -> end(http, "text/html; charset=utf-8", swaggerUi.page()));
        router.get("/admin/docs/start.js")
                .handler(http -> end(http, "text/javascript; charset=utf-8", swaggerUi.script()));
    }

    private static void end(RoutingContext http, String contentType, String body) {
        http.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, contentType)
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(body);
    }
}
