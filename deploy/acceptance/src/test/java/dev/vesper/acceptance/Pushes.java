package dev.vesper.acceptance;

import dev.vesper.events.Cursor;
import dev.vesper.proto.internal.v1.AggregateAppend;
import dev.vesper.proto.internal.v1.AggregateRef;
import dev.vesper.proto.internal.v1.EventLogGrpc;
import dev.vesper.proto.internal.v1.NewEvent;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.proto.internal.v1.Pushed;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Many writers of the raw log, and their book of what was answered. */
final class Pushes {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Internal internal;
    private final String instanceId;
    private final Map<PushRequest, Pushed> answered = new ConcurrentHashMap<>();
    private final Map<PushRequest, String> unanswered = new ConcurrentHashMap<>();
    private volatile boolean stopped;
    private volatile int aggregates;

    Pushes(Internal internal, String instanceId) {
        this.internal = internal;
        this.instanceId = instanceId;
    }

    /** From now on all events go to so few aggregates, which each get many. */
    Pushes toOneOf(int hot) {
        aggregates = hot;
        return this;
    }

    int answered() {
        return answered.size();
    }

    int unanswered() {
        return unanswered.size();
    }

    /** Where the events of all answered pushes stand. */
    List<Cursor> places() {
        return answered.values().stream()
                .flatMap(pushed -> pushed.getEventsList().stream()
                        .map(event -> new Cursor(pushed.getPosition(), event.getInTxOrder())))
                .toList();
    }

    /** Pushes once from each of so many writers at the same time, and returns when all have an answer or none to expect. */
    void pushAtOnce(int writers) {
        run(IntStream.range(0, writers).mapToObj(_ -> (Runnable) this::pushNew).toList());
    }

    /** As {@link #pushAtOnce}, but each writer goes on until a push of its own fails. */
    void pushUntilFailure(int writers) {
        run(IntStream.range(0, writers)
                .mapToObj(_ -> (Runnable) this::pushUntilFailure)
                .toList());
    }

    /** As {@link #pushAtOnce}, but each writer goes on, whatever fails, until {@link #stop}. */
    void pushUntilStopped(int writers) {
        run(IntStream.range(0, writers)
                .mapToObj(_ -> (Runnable) this::pushUntilStopped)
                .toList());
    }

    void stop() {
        stopped = true;
    }

    void goOn() {
        stopped = false;
    }

    /** Asks again for each push whose outcome is unknown; the same push id makes that safe. */
    void repeatUnanswered() {
        repeatUnanswered(internal);
    }

    /** As {@link #repeatUnanswered()}, but asks another pod. */
    void repeatUnanswered(Internal other) {
        var open = List.copyOf(unanswered.keySet());
        unanswered.clear();
        run(open.stream().map(request -> (Runnable) () -> push(request, other)).toList());
    }

    private void pushUntilFailure() {
        boolean goOn = true;
        while (goOn) {
            goOn = pushNew();
        }
    }

    private void pushUntilStopped() {
        while (!stopped) {
            pushNew();
        }
    }

    private String aggregate() {
        return aggregates == 0 ? UUID.randomUUID().toString().replace("-", "") : "hot" + answered.size() % aggregates;
    }

    private boolean pushNew() {
        var aggregate = AggregateRef.newBuilder()
                .setInstanceId(instanceId)
                .setType("notification")
                .setId(aggregate());
        // The end of a notification that never began means nothing to any reader.
        var event = NewEvent.newBuilder()
                .setType("notification.canceled")
                .setRevision(1)
                .setPayload("{\"reason\":\"acceptance\",\"attempt\":0,\"httpStatus\":0}");
        var append = AggregateAppend.newBuilder()
                .setAggregate(aggregate)
                .setOwner(instanceId)
                .setCreator(Internal.SERVICE)
                .addEvents(event);
        if (aggregates == 0) {
            append.setNone(true);
        } else {
            append.setAny(true);
        }
        var request =
                PushRequest.newBuilder().setPushId(UUID.randomUUID().toString()).addAppends(append);
        return push(request.build(), internal);
    }

    private boolean push(PushRequest request, Internal to) {
        try {
            var response = to.ask(EventLogGrpc::newBlockingStub, ANSWER_LIMIT)
                    .withWaitForReady()
                    .push(request);
            if (!response.hasPushed()) {
                throw new AssertionError("refused: " + response.getRefused());
            }
            answered.put(request, response.getPushed());
            return true;
        } catch (StatusRuntimeException e) {
            unanswered.put(request, e.getStatus().toString());
            return false;
        }
    }

    private static void run(List<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream().map(threads::submit).toList();
            for (var task : running) {
                task.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pushing", e);
        }
    }
}
