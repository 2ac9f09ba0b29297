package dev.vesper.notifier.egress;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;

/** The beginning of an answer's body. Who sends more than that is cut off. */
final class BoundedBody {
    private BoundedBody() {}

    static Future<String> read(HttpClientResponse response, int mostBytes) {
        Promise<String> whole = Promise.promise();
        Buffer start = Buffer.buffer();
        response.handler(chunk -> {
            int room = mostBytes - start.length();
            start.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
            if (chunk.length() > room) {
                whole.tryComplete(start.toString(StandardCharsets.UTF_8));
                response.request().connection().close();
            }
        });
        response.endHandler(_ -> whole.tryComplete(start.toString(StandardCharsets.UTF_8)));
        response.exceptionHandler(whole::tryFail);
        return whole.future();
    }
}
