package dev.vesper.eventstore.automation;

import dev.vesper.events.EndReason;
import dev.vesper.eventstore.write.Written;
import dev.vesper.eventstore.write.oidcsession.OidcSessionEnding;
import dev.vesper.eventstore.write.session.SessionEnding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Ends many sessions, a bounded number at the same time. Any that cannot be ended fails the whole, to be tried again. */
final class EndEach {
    private static final String CREATOR = "eventstore";

    private final SessionEnding sessions;
    private final OidcSessionEnding grants;
    private final int inFlight;
    private final Duration timeout;

    EndEach(SessionEnding sessions, OidcSessionEnding grants, AutomationSettings settings) {
        this.sessions = sessions;
        this.grants = grants;
        this.inFlight = settings.sessionsInFlight();
        this.timeout = settings.endTimeout();
    }

    /** Reads ids page by page. */
    interface Pages {
        List<String> next(String after, int limit);
    }

    void sessions(Pages pages, String instanceId, EndReason reason, Lead lead) {
        all(pages, id -> () -> sessions.end(instanceId, id, reason, null, CREATOR), lead);
    }

    void grants(Pages pages, String instanceId, String reason, Lead lead) {
        all(pages, id -> () -> grants.end(instanceId, id, reason, CREATOR), lead);
    }

    /** At most {@link #inFlight} of them. */
    void end(List<SessionLifetimes.Expired> expired, EndReason reason) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Written>> ends = new ArrayList<>();
            expired.forEach(session ->
                    ends.add(() -> sessions.end(session.instanceId(), session.sessionId(), reason, null, CREATOR)));
            await(threads, ends);
        }
    }

    int inFlight() {
        return inFlight;
    }

    private <T> void all(Pages pages, Function<String, Callable<T>> end, Lead lead) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> page = pages.next("", inFlight);
            while (!page.isEmpty()) {
                await(threads, page.stream().map(end).toList());
                lead.keep();
                page = pages.next(page.getLast(), inFlight);
            }
        }
    }

    private <T> void await(ExecutorService threads, List<Callable<T>> ends) {
        try {
            for (Future<T> ended : threads.invokeAll(ends, timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                ended.get();
            }
        } catch (ExecutionException | CancellationException e) {
            throw new IllegalStateException("a session could not be ended after a bulk end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ending sessions after a bulk end", e);
        }
    }
}
