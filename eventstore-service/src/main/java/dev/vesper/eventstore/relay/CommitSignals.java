package dev.vesper.eventstore.relay;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.CommitListener;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands what a writer of this pod does to the relay: the trace of each event, and that it is time to look. */
@Singleton
public final class CommitSignals implements CommitListener {
    private static final int NOTES = 10_000;

    private final TraceNotes traces = new TraceNotes(NOTES);
    private final List<Wakeup> wakeups = new CopyOnWriteArrayList<>();

    @Override
    public void writing(AggregateId aggregate, long sequence, String traceparent) {
        traces.note(aggregate, sequence, traceparent);
    }

    @Override
    public void committed() {
        wakeups.forEach(Wakeup::signal);
    }

    TraceNotes traces() {
        return traces;
    }

    /** One per relay, which alone waits for it. */
    Wakeup wakeup() {
        Wakeup wakeup = new Wakeup();
        wakeups.add(wakeup);
        return wakeup;
    }

    /** For a relay that has ended. */
    void forget(Wakeup wakeup) {
        wakeups.remove(wakeup);
    }
}
