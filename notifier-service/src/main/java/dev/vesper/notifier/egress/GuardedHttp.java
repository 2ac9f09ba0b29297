package dev.vesper.notifier.egress;

import dev.vesper.notifier.config.NotifierConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one client for calls to third parties. The name is looked up here, the addresses are checked, and the connection goes
 * to the checked address; Host header, SNI and certificate check keep the name. No redirect is followed. Time and body are bounded.
 */
public final class GuardedHttp implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient client;
    private final EgressGuard guard;
    private final LookUp lookUp;
    private final NotifierConfig.Http config;

    /** Finds the addresses of a host within a time. */
    @FunctionalInterface
    public interface LookUp {
        /** @throws UnknownHostException when there are none in time */
        List<InetAddress> of(String host, Duration longest) throws UnknownHostException;
    }

    public GuardedHttp(Vertx vertx, NotifierConfig.Http config, EgressGuard guard, LookUp lookUp, int mostPerTarget) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout((int) Math.max(1, config.keepAlive().toSeconds()))
                .setSslHandshakeTimeout(config.connectTimeout().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setTcpNoDelay(true);
        config.trustCa().ifPresent(file -> options.setTrustOptions(TrustedAuthorities.withFile(file)));
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(mostPerTarget));
        this.guard = guard;
        this.lookUp = lookUp;
        this.config = config;
    }

    /** Blocks until there is an answer, at most for the configured time. */
    public Answer post(URI uri, String body, Map<String, String> headers) {
        List<InetAddress> addresses;
        try {
            addresses = lookUp.of(uri.getHost(), config.connectTimeout());
        } catch (UnknownHostException e) {
            return new Answer.Failed("the host's name cannot be resolved");
        }
        Optional<String> refusal = guard.refusal(uri.getHost(), addresses);
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        return postToFirst(uri, addresses, body, headers);
    }

    /** @throws IllegalStateException when no port is to be had for it */
    public Mirror mirror() {
        return Mirror.open(vertx, config.timeout());
    }

    /**
     * Calls this process itself as a third party is called, past the guard, because nobody else is called.
     *
     * @param scheme with {@code https}, the handshake begins and fails
     */
    public Answer rehearse(Mirror mirror, String scheme, String body, Map<String, String> headers) {
        return postToFirst(mirror.uri(scheme), List.of(InetAddress.getLoopbackAddress()), body, headers);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The next address is tried only where no connection was made, so that nothing is sent twice. */
    private Answer postToFirst(URI uri, List<InetAddress> addresses, String body, Map<String, String> headers) {
        long deadlineNanos = System.nanoTime() + config.timeout().toNanos();
        Answer answer = new Answer.Failed("the host has no address");
        for (InetAddress address : addresses) {
            Future<HttpClientRequest> connecting = client.request(options(uri, address));
            try {
                HttpClientRequest request = await(connecting, deadlineNanos);
                return exchange(request, body, headers, deadlineNanos);
            } catch (ExecutionException e) {
                answer = new Answer.Failed("no connection: " + reason(e));
            } catch (TimeoutException e) {
                connecting.onSuccess(HttpClientRequest::reset);
                return new Answer.Failed("no connection within " + config.timeout());
            }
        }
        return answer;
    }

    private Answer exchange(HttpClientRequest request, String body, Map<String, String> headers, long deadlineNanos) {
        headers.forEach(request::putHeader);
        // Before anything is sent: attached later, an answer that is quick may have ended already.
        Future<Answer> answered = request.response()
                .compose(response -> BoundedBody.read(response, config.maxResponseBytes())
                        .map(start -> new Answer.Answered(
                                response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After")), start)));
        Future<Void> written = request.end(Buffer.buffer(body));
        written.onFailure(_ -> request.reset());
        try {
            return await(answered, deadlineNanos);
        } catch (ExecutionException e) {
            return new Answer.Failed("the call broke off: " + reason(e));
        } catch (TimeoutException e) {
            request.reset();
            return new Answer.Failed("no answer within " + config.timeout());
        }
    }

    private RequestOptions options(URI uri, InetAddress address) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setFollowRedirects(false)
                .setConnectTimeout(config.connectTimeout().toMillis())
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static <T> T await(Future<T> future, long deadlineNanos) throws ExecutionException, TimeoutException {
        try {
            long left = Math.max(0, deadlineNanos - System.nanoTime());
            return future.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException("interrupted", e);
        }
    }

    private static String reason(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ", " + cause.getMessage());
    }
}
