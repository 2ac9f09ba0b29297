package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Message;
import com.google.rpc.Code;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.gateway.ConsistencyTokens;
import dev.vesper.eventstore.gateway.auth.Authentication;
import dev.vesper.eventstore.gateway.errors.Failure;
import dev.vesper.eventstore.gateway.errors.Failures;
import dev.vesper.eventstore.gateway.errors.InvalidRequest;
import dev.vesper.eventstore.gateway.limits.RateLimits;
import dev.vesper.eventstore.gateway.rest.Routes.Found;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** Answers one HTTP call by one call of the in-process gRPC server. */
@Singleton
final class Transcoder {
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Routes routes;
    private final InProcessCalls calls;
    private final Authentication authentication;
    private final RateLimits limits;
    private final HttpAnswers answers;
    private final JsonReader json;
    private final JsonAnswers writer;
    private final ExecutorService executor;
    private final Failures failures;
    private final Duration heartbeat;

    @Inject
    Transcoder(
            AdminServices services,
            InProcessCalls calls,
            Authentication authentication,
            RateLimits limits,
            Failures failures,
            @VirtualThreads ExecutorService executor,
            EventstoreConfig config) {
        this.routes = services.routes();
        this.calls = calls;
        this.authentication = authentication;
        this.limits = limits;
        this.answers = new HttpAnswers(failures);
        this.json = new JsonReader(config.gateway().maxJsonDepth());
        this.writer = new JsonAnswers(routes.all());
        this.executor = executor;
        this.failures = failures;
        this.heartbeat = config.gateway().heartbeat();
    }

    /** On the event loop, when the whole body is here. */
    void handle(RoutingContext http) {
        var request = http.request();
        switch (routes.find(request.method().name(), request.path())) {
            case Found.Matched matched -> {
                nameRoute(matched.route().path().toString());
                executor.execute(() -> serve(http, matched));
            }
            case Found.OtherMethods(var allowed) -> {
                nameRoute("METHOD_NOT_ALLOWED");
                answers.methodNotAllowed(http, allowed);
            }
            case Found.Nothing _ -> answers.failed(http, 404, noSuchPath(request.path()));
        }
    }

    /** What happened before {@link #handle}: the body was too large, or could not be read. */
    void handleFailure(RoutingContext http) {
        answers.failed(http, http.failure(), http.statusCode());
    }

    /** Metrics and traces of Quarkus look there for a name, and take the path with all its ids if they find none. */
    private static void nameRoute(String template) {
        Vertx.currentContext().putLocal("UrlPathTemplate", template);
    }

    private static Failure noSuchPath(String path) {
        return Failure.of(
                Code.NOT_FOUND, "PATH_NOT_FOUND", "There is nothing at " + path + ". /admin/docs lists what is.");
    }

    private void serve(RoutingContext http, Found.Matched found) {
        try {
            limits.takeOfAddress(http.request().remoteAddress().hostAddress());
            authentication.require(
                    http.request().getHeader(HttpHeaders.AUTHORIZATION),
                    String.valueOf(http.request().authority()));
            if (!MediaType.isJson(http)) {
                answers.unsupportedMediaType(http);
                return;
            }
            var request = request(http, found);
            if (found.route().streams()) {
                new EventStream(http, writer, answers, failures, calls.open(found.route()))
                        .start(metadata(http), resumed(http, request), heartbeat);
                return;
            }
            var reply = calls.call(found.route(), metadata(http), request);
            answers.succeeded(http, reply.headers(), writer.write(reply.message()));
        } catch (StatusRuntimeException e) {
            answers.failed(http, SentPaths.asSent(e, found.route()));
        } catch (RuntimeException e) {
            answers.failed(http, e);
        }
    }

    /** A browser that lost the connection says by itself where it was; where a request has {@code after}, it goes there. */
    private static Message resumed(RoutingContext http, Message request) {
        var last = http.request().getHeader(EventStream.LAST_ID);
        var after = request.getDescriptorForType().findFieldByName("after");
        return last == null || last.isEmpty() || after == null
                ? request
                : request.toBuilder().setField(after, last).build();
    }

    private Message request(RoutingContext http, Found.Matched found) {
        var binding = new RequestBinding(found.route());
        if (found.route().takesBody()) {
            binding.body(json.read(
                    http.body().buffer() == null
                            ? new byte[0]
                            : http.body().buffer().getBytes()));
        }
        return binding.path(found.variables()).query(query(http)).build();
    }

    private static Map<String, List<String>> query(RoutingContext http) {
        try {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            var all = http.queryParams();
            all.names().forEach(name -> parameters.put(name, all.getAll(name)));
            return parameters;
        } catch (HttpException | IllegalArgumentException e) {
            throw new InvalidRequest("", "The query is not percent-encoded as it should be");
        }
    }

    private static Metadata metadata(RoutingContext http) {
        var metadata = new Metadata();
        metadata.put(AUTHORIZATION, http.request().getHeader(HttpHeaders.AUTHORIZATION));
        var token = http.request().getHeader(ConsistencyTokens.HEADER.name());
        if (token != null) {
            metadata.put(ConsistencyTokens.HEADER, token);
        }
        return metadata;
    }
}
