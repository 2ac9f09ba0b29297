package dev.vesper.eventstore.gateway.rest;

import com.google.protobuf.Message;
import dev.vesper.eventstore.gateway.errors.Failures;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the messages of a stream as server-sent events (HTML, section 9.2): one {@code data} line of JSON each, with the message's
 * {@code cursor}, if it has one, as its {@code id}. A message is asked for when the one before could be written, so a slow
 * caller slows the handler and fills no memory.
 */
final class EventStream extends ClientCall.Listener<Message> {
    static final String LAST_ID = "Last-Event-ID";

    private static final String HEARTBEAT = ":\n\n";

    private final RoutingContext http;
    private final JsonAnswers json;
    private final HttpAnswers answers;
    private final Failures failures;
    private final ClientCall<Message, Message> call;
    private long timer = -1;

    EventStream(
            RoutingContext http,
            JsonAnswers json,
            HttpAnswers answers,
            Failures failures,
            ClientCall<Message, Message> call) {
        this.http = http;
        this.json = json;
        this.answers = answers;
        this.failures = failures;
        this.call = call;
    }

    void start(Metadata metadata, Message request, Duration heartbeat) {
        http.response().closeHandler(_ -> stop("the caller is gone"));
        http.response().exceptionHandler(_ -> stop("the connection broke"));
        timer = http.vertx().setPeriodic(heartbeat.toMillis(), _ -> beat());
        call.start(this, metadata);
        call.sendMessage(request);
        call.halfClose();
        call.request(1);
    }

    @Override
    public void onHeaders(Metadata headers) {
        open();
    }

    @Override
    public void onMessage(Message message) {
        open();
        var id = id(message).map(cursor -> "id: " + cursor + "\n").orElse("");
        write(id + "data: " + json.write(message) + "\n\n");
    }

    /** Before anything was written the failure is an answer as any other; afterwards it is the last event. */
    @Override
    public void onClose(Status status, Metadata trailers) {
        http.vertx().cancelTimer(timer);
        if (http.response().ended() || http.response().closed()) {
            return;
        }
        if (!http.response().headWritten() && !status.isOk()) {
            answers.failed(http, status.asRuntimeException(trailers));
            return;
        }
        open();
        var last = status.isOk()
                ? ""
                : "event: error\ndata: " + JsonAnswers.write(failures.statusOf(status.asRuntimeException(trailers)))
                        + "\n\n";
        http.response().end(last);
    }

    private synchronized void open() {
        HttpServerResponse response = http.response();
        if (!response.headWritten() && !response.closed()) {
            response.setChunked(true)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("X-Accel-Buffering", "no")
                    .write(HEARTBEAT);
        }
    }

    private void write(String event) {
        http.response().write(event).onComplete(written -> {
            if (written.succeeded()) {
                call.request(1);
            } else {
                stop("the event could not be written");
            }
        });
    }

    private void beat() {
        if (http.response().headWritten() && !http.response().writeQueueFull()) {
            http.response().write(HEARTBEAT);
        }
    }

    private void stop(String why) {
        http.vertx().cancelTimer(timer);
        call.cancel(why, null);
    }

    private static Optional<String> id(Message message) {
        var field = message.getDescriptorForType().findFieldByName("cursor");
        return field == null ? Optional.empty() : Optional.of((String) message.getField(field));
    }
}
