package dev.vesper.eventstore.repair;

import dev.vesper.config.AtLeast;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Keys under {@code vesper.repair}; docs/restore-and-failover.md says when to use them. */
public interface RepairConfig {
    /**
     * What the process does instead of serving, and then ends: {@code report} what the log lacks, {@code restore} it from
     * Kafka and raise the base, or {@code forget} it and raise the base. {@code off} serves.
     */
    @WithDefault("off")
    String mode();

    /**
     * The highest position that was seen where a repair cannot look, such as in views on another cluster; -1 for unknown. A
     * repair that cannot look everywhere refuses without it.
     */
    @AtLeast(-1)
    @WithDefault("-1")
    long seen();

    /** Whether the service raises the base by itself after a failover, where it can prove that nothing was lost. */
    @WithDefault("true")
    boolean automatic();

    /** How often a pod looks whether the server that it talks to is known. */
    @WithDefault("2s")
    Duration interval();

    /** How far before the last event of the log the topic is compared with it. */
    @WithDefault("1h")
    Duration lookBack();

    /** How far above all that was seen the new base is, for positions that only lost callers were told. */
    @WithDefault("1000000000")
    long margin();

    /** Events that a repair brings back, at most; they are held in memory. */
    @WithDefault("100000")
    int maxEvents();
}
