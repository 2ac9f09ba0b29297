package dev.vesper.eventstore.log;

import java.util.List;

/** Is told of pushes right after their commit, on the writer's thread; it must not block. */
@FunctionalInterface
public interface CommitListener {
    CommitListener NONE = _ -> {};

    void committed(List<CommittedPush> pushes);

    /** @param traceparent W3C trace context of the caller; empty for none */
    record CommittedPush(PushOutcome.Pushed pushed, String traceparent) {}
}
