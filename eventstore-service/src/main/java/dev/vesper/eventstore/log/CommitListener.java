package dev.vesper.eventstore.log;

/** Is told what a writer of the log does, on that writer's thread; it must not block. */
public interface CommitListener {
    CommitListener NONE = new CommitListener() {
        @Override
        public void writing(AggregateId aggregate, long sequence, String traceparent) {}

        @Override
        public void committed() {}
    };

    /**
     * An event is about to be written, which may still fail. It is told before the commit, because a reader may have the event
     * before its writer hears of the commit.
     *
     * @param traceparent W3C trace context of the caller; empty for none
     */
    void writing(AggregateId aggregate, long sequence, String traceparent);

    /** There is something new to be read. */
    void committed();
}
