package dev.vesper.eventstore.gateway.watch;

import com.google.rpc.Code;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.gateway.auth.CurrentAdmin;
import dev.vesper.eventstore.gateway.errors.Failure;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Serves callers who watch: looks for news again and again, sends no faster than they take, and ends when they are gone,
 * when their token is not good any more, or when there is nothing more to come. Only so many may watch at once.
 */
@Singleton
public final class Watches {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final Semaphore places;
    private final Duration interval;
    private final Duration longestStall;

    Watches(EventstoreConfig config) {
        places = new Semaphore(config.gateway().watchers());
        interval = config.gateway().watchInterval();
        longestStall = config.eventLog().readerStall();
    }

    /** One look for news. */
    public interface Look<A> {
        /**
         * @param news takes what there is to tell
         * @return whether more may come
         */
        boolean tell(Consumer<A> news);
    }

    /** @throws io.grpc.StatusRuntimeException when all places are taken, or the caller may not watch any more */
    public <A> void serve(StreamObserver<A> caller, Look<A> look) {
        if (!places.tryAcquire()) {
            throw Failure.of(Code.RESOURCE_EXHAUSTED, "TOO_MANY_WATCHERS", "All places to watch from are taken.")
                    .toException();
        }
        try {
            OpenStreams.open();
            var paced = (ServerCallStreamObserver<A>) caller;
            while (look.tell(news -> send(paced, news))) {
                pause(paced, interval);
                CurrentAdmin.checkAgain();
            }
            caller.onCompleted();
        } finally {
            places.release();
        }
    }

    private <A> void send(ServerCallStreamObserver<A> caller, A news) {
        var stalled = System.nanoTime() + longestStall.toNanos();
        while (!caller.isReady()) {
            if (System.nanoTime() > stalled) {
                throw Failure.of(Code.ABORTED, "WATCHER_STALLED", "You took nothing for too long; come again.")
                        .toException();
            }
            pause(caller, LOOK_AGAIN);
        }
        caller.onNext(news);
    }

    private static void pause(ServerCallStreamObserver<?> caller, Duration time) {
        if (caller.isCancelled() || Context.current().isCancelled()) {
            throw Status.CANCELLED.asRuntimeException();
        }
        LockSupport.parkNanos(time.toNanos());
    }
}
