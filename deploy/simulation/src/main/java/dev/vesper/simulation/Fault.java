package dev.vesper.simulation;

/** A mistake that somebody might make one day, put in place of one piece. The simulation must find each. */
public enum Fault {
    /** A reader of the global order goes past a transaction that is still open. */
    HORIZON_IGNORED,
    /** A transaction draws its id before it waits for its locks. */
    XID_BEFORE_LOCKS,
    /** What a push only requires is read and not locked. */
    PRECONDITION_NOT_LOCKED,
    /** A reader goes on after a position, not after a place within it. */
    CURSOR_BY_POSITION_ONLY,
    /** A push is answered once its commit was sent. */
    ANSWER_BEFORE_COMMIT,
    /** A caller who does not know the outcome asks with a fresh push id. */
    RETRY_WITH_FRESH_ID,
    /** The stored place of the relay is written whatever the epoch. */
    RELAY_CURSOR_WITHOUT_EPOCH,
    /** Each leader's producer has a transactional id of its own, which fences nobody. */
    PRODUCER_NOT_FENCED,
    /** A watermark promises more than what has been relayed. */
    WATERMARK_TOO_EARLY,
    /** A new leader trusts the stored place, not what the topic holds. */
    RESUMES_FROM_STORED_CURSOR,
    /** A view's rows and its checkpoint are committed apart. */
    CHECKPOINT_APART_FROM_ROWS,
    /** A consumer moves a checkpoint that another has moved meanwhile. */
    CHECKPOINT_NOT_COMPARED,
    /** The notifier keeps what ended in another transaction than its checkpoint. */
    ENDS_APART_FROM_CHECKPOINT,
    /** A worker that lost its lease puts the delivery back on the schedule. */
    RESCHEDULED_WITHOUT_LEASE,
    /** A worker records its outcome wherever the notification stands. */
    OUTCOME_WITHOUT_EXPECTATION
}
