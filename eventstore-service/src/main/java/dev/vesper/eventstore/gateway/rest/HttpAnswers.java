package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.vesper.eventstore.gateway.ConsistencyTokens;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.errors.Failures;
import io.grpc.Metadata;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what a call came to, and nothing that a browser or a cache may make something else of. */
final class HttpAnswers {
    private final Failures failures;

    HttpAnswers(Failures failures) {
        this.failures = failures;
    }

    void succeeded(RoutingContext http, Metadata headers, String json) {
        var token = headers.get(ConsistencyTokens.HEADER);
        if (token != null) {
            http.response().putHeader("X-Consistency-Token", token);
        }
        end(http, 200, json);
    }

    void failed(RoutingContext http, Throwable thrown) {
        var status = failures.statusOf(thrown);
        failed(http, HttpStatus.of(status.getCode()), status);
    }

    /** @param statusCode what the router made of it before any of ours saw the call */
    void failed(RoutingContext http, @Nullable Throwable thrown, int statusCode) {
        switch (statusCode) {
            case 413 ->
                failed(
                        http,
                        413,
                        Failure.of(
                                Code.INVALID_ARGUMENT, "BODY_TOO_LARGE", "The body is larger than this server takes."));
            case 400 ->
                failed(http, 400, Failure.of(Code.INVALID_ARGUMENT, "BAD_REQUEST", "This is not an HTTP request."));
            default -> failed(http, thrown == null ? new IllegalStateException("HTTP " + statusCode) : thrown);
        }
    }

    void failed(RoutingContext http, int httpStatus, Failure failure) {
        failed(http, httpStatus, failure.toStatus());
    }

    void methodNotAllowed(RoutingContext http, Set<String> allowed) {
        var methods = String.join(", ", allowed);
        http.response().putHeader(HttpHeaders.ALLOW, methods);
        failed(http, 405, Failure.of(Code.UNIMPLEMENTED, "METHOD_NOT_ALLOWED", "This path takes " + methods + "."));
    }

    void unsupportedMediaType(RoutingContext http) {
        http.response().putHeader(HttpHeaders.ACCEPT, "application/json");
        failed(
                http,
                415,
                Failure.of(Code.INVALID_ARGUMENT, "MEDIA_TYPE_UNSUPPORTED", "The body must be application/json."));
    }

    private static void failed(RoutingContext http, int httpStatus, Status status) {
        if (httpStatus == 401) {
            http.response().putHeader("WWW-Authenticate", "Bearer realm=\"vesper\"");
        }
        retryDelay(status).ifPresent(seconds -> http.response().putHeader("Retry-After", Long.toString(seconds)));
        end(http, httpStatus, JsonAnswers.write(status));
    }

    /** Whole seconds, and none too few (RFC 9110, section 10.2.3). */
    private static Optional<Long> retryDelay(Status status) {
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(RetryInfo.class))
                .findFirst()
                .map(HttpAnswers::seconds);
    }

    private static long seconds(Any detail) {
        try {
            var delay = detail.unpack(RetryInfo.class).getRetryDelay();
            return delay.getSeconds() + (delay.getNanos() > 0 ? 1 : 0);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a detail of ours cannot be read", e);
        }
    }

    private static void end(RoutingContext http, int httpStatus, String json) {
        var response = http.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(httpStatus)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(json);
    }
}
