package dev.vesper.notifier.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The platform's resolver, with a limit on the wait. */
public final class NameLookUp implements GuardedHttp.LookUp {
    private final ExecutorService threads;

    public NameLookUp(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public List<InetAddress> of(String host, Duration longest) throws UnknownHostException {
        Future<InetAddress[]> found = threads.submit(() -> InetAddress.getAllByName(unbracketed(host)));
        try {
            return List.of(found.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            found.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
