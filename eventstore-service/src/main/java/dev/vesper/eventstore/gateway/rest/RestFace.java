package dev.vesper.eventstore.gateway.rest;

import dev.vesper.eventstore.config.EventstoreConfig;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Mounts the admin API on the HTTP server, behind what is mounted on single paths of it. */
@Singleton
final class RestFace {
    private static final List<String> PREFIXES = List.of("/admin/v1/*", "/system/v1/*");

    /** Routes without an order of their own come before. */
    private static final int LATE = 5_000;

    private final Transcoder transcoder;
    private final long maxBodySize;

    RestFace(Transcoder transcoder, EventstoreConfig config) {
        this.transcoder = transcoder;
        this.maxBodySize = config.gateway().maxBodySize().asLongValue();
    }

    void mount(@Observes Router router) {
        var body = BodyHandler.create(false).setBodyLimit(maxBodySize);
        for (var prefix : PREFIXES) {
            router.route(prefix)
                    .order(LATE)
                    .handler(body)
                    .handler(transcoder::handle)
                    .failureHandler(transcoder::handleFailure);
        }
    }
}
