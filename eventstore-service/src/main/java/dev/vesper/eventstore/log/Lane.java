package dev.vesper.eventstore.log;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Takes waiting pushes and writes them together. A batch that meets a slow lock or a row that the database refuses is written
 * push by push, so that only the one with the trouble has it.
 */
final class Lane {
    private final LaneQueue queue;
    private final LaneConnection connection;
    private final BatchWriter writer;
    private final LaneLimits limits;
    private final Predicate<Waiting> stragglers;
    private final CommitListener listener;

    /**
     * @param stragglers takes a single push whose locks were not had, to try it again where it holds up nobody; false when
     *     it is full
     */
    Lane(
            LaneQueue queue,
            LaneConnection connection,
            BatchWriter writer,
            LaneLimits limits,
            Predicate<Waiting> stragglers,
            CommitListener listener) {
        this.queue = queue;
        this.connection = connection;
        this.writer = writer;
        this.limits = limits;
        this.stragglers = stragglers;
        this.listener = listener;
    }

    void runOnce() throws InterruptedException {
        List<Waiting> batch = queue.take(limits.pushes(), limits.events());
        while (!batch.isEmpty()) {
            batch = write(batch);
        }
    }

    /** @return those whose outcome is unknown and who have time left, to be asked for again by their push ids */
    private List<Waiting> write(List<Waiting> batch) throws InterruptedException {
        List<Push> pushes = batch.stream().map(Waiting::push).toList();
        try {
            List<PushOutcome> outcomes = writer.write(
                    connection.session(), pushes, limits.lockTimeout(), decisions -> announce(batch, decisions));
            answer(batch, outcomes);
            connection.worked();
            return List.of();
        } catch (WriteFailure.LocksNotHad e) {
            return alone(batch, this::tryLater);
        } catch (WriteFailure.Rejected e) {
            return alone(batch, one -> one.fail(new InvalidPush("appends", e.reason())));
        } catch (WriteFailure.ForeignServer e) {
            batch.forEach(one -> one.fail(new LogUnavailable(e.reason(), e)));
            return List.of();
        } catch (WriteFailure.ConnectionLost e) {
            connection.lost(e);
            batch.stream().filter(Waiting::isLate).forEach(one -> one.fail(unknown(e)));
            return batch.stream().filter(one -> !one.isLate()).toList();
        }
    }

    private List<Waiting> alone(List<Waiting> batch, Consumer<Waiting> whenAlone) throws InterruptedException {
        if (batch.size() == 1) {
            whenAlone.accept(batch.getFirst());
            return List.of();
        }
        for (Waiting one : batch) {
            List<Waiting> left = List.of(one);
            while (!left.isEmpty()) {
                left = write(left);
            }
        }
        return List.of();
    }

    private void tryLater(Waiting straggler) {
        if (straggler.isLate()) {
            straggler.fail(new PushExpired());
            return;
        }
        straggler.putBack();
        if (!stragglers.test(straggler) && straggler.take()) {
            straggler.fail(new LogBusy(limits.retryAfter()));
        }
    }

    private void announce(List<Waiting> batch, List<Decision> decisions) {
        for (int i = 0; i < batch.size(); i++) {
            if (decisions.get(i) instanceof Decision.Admitted(List<PushedEvent> events)) {
                announce(batch.get(i), events.iterator());
            }
        }
    }

    /** The events of a push stand in the order of its appends. */
    private void announce(Waiting one, Iterator<PushedEvent> events) {
        for (Append append : one.push().appends()) {
            append.events()
                    .forEach(_ ->
                            listener.writing(append.aggregate(), events.next().sequence(), one.traceparent()));
        }
    }

    private void answer(List<Waiting> batch, List<PushOutcome> outcomes) {
        if (outcomes.stream().anyMatch(PushOutcome.Pushed.class::isInstance)) {
            listener.committed();
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).complete(outcomes.get(i));
        }
    }

    private static LogUnavailable unknown(WriteFailure failure) {
        return new LogUnavailable("the connection to the database was lost; repeat with the same push id", failure);
    }

    /** How much a lane takes at once, and how long it waits for locks. */
    record LaneLimits(int pushes, int events, Duration lockTimeout, Duration retryAfter) {}
}
