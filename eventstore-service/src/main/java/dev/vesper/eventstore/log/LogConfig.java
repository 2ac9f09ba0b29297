package dev.vesper.eventstore.log;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys under {@code vesper.event-log}. */
public interface LogConfig {
    /** Writers that each commit batches of pushes; an aggregate always has the same one. Each holds a connection. */
    @WithDefault("2")
    int lanes();

    /** Writers for pushes whose aggregates belong to several lanes; such a push has a transaction of its own. */
    @WithDefault("4")
    int spanningLanes();

    /** Pushes per transaction, at most. */
    @WithDefault("64")
    int batchPushes();

    /** Events per transaction, at most, unless a single push has more. */
    @WithDefault("1000")
    int batchEvents();

    /**
     * How long a writer whose batches have been large waits for callers who were just answered and come back. What a batch costs
     * by itself takes twice the default.
     */
    @WithDefault("200")
    @AtLeast(0)
    int batchPatienceMicros();

    /** Pushes that may wait for one writer; more are refused as busy. */
    @WithDefault("1024")
    int queuePushes();

    /** What a refused caller is told to wait before trying again. */
    @WithDefault("100ms")
    Duration retryAfter();

    /** How long a push waits for its turn and its locks, unless its caller says otherwise. */
    @WithDefault("5s")
    Duration pushTimeout();

    /** How long a batch of several pushes waits for its locks before it is split. */
    @WithDefault("50ms")
    Duration batchLockTimeout();

    /** How long a single push waits for its locks before it goes to the end of the line of those that wait alone. */
    @WithDefault("500ms")
    Duration singleLockTimeout();

    /** Longest transaction of any connection of ours: an open one holds back all readers of the global order. */
    @WithDefault("2s")
    Duration transactionTimeout();

    /** Longest wait for an answer of the database before its connection is given up. */
    @WithDefault("5s")
    Duration answerTimeout();

    /** Events per page when reading. */
    @WithDefault("500")
    int pageEvents();

    /** Events that one statement looks at, at most, when few of them match the filter. */
    @WithDefault("5000")
    int scanEvents();

    /** Values in each list of a filter, at most. */
    @WithDefault("1000")
    int maxFilterValues();

    /**
     * How far the database's clock may ever have been set back. A search by time starts so much earlier in the log, and ends
     * so much later.
     */
    @WithDefault("1m")
    Duration clockTolerance();

    /** How long a reader of another service may take nothing before its stream is ended. */
    @WithDefault("30s")
    Duration readerStall();

    /** Events per push, at most. */
    @WithDefault("1000")
    int maxEvents();

    /** Preconditions, unique constraints and markers together per push, at most. */
    @WithDefault("1000")
    int maxConditions();

    /** Instance, type, id, owner, creator, kind and the like, at most, in UTF-8; an index must hold three of them. */
    @WithDefault("255")
    int maxNameBytes();

    /** A unique value, at most, in UTF-8. */
    @WithDefault("1024")
    int maxUniqueBytes();

    /** Payload per event, at most. */
    @WithDefault("262144")
    int maxPayloadBytes();

    /** Payloads per push together, at most. */
    @WithDefault("4194304")
    int maxPushBytes();

    /** How long the answers of pushes are kept for those who repeat them. */
    @WithDefault("1d")
    Duration answersKept();

    /** How often old answers are removed. */
    @WithDefault("10m")
    Duration purgeInterval();

    /** Answers removed per transaction, at most. */
    @WithDefault("5000")
    int purgeRows();

    /** How often lag and horizon are measured for the metrics. */
    @WithDefault("5s")
    Duration metricsInterval();
}
