package dev.vesper.projection.rebuild;

import java.time.Duration;

/**
 * How views are built anew.
 *
 * @param poll how often a pod looks for orders
 * @param swapWait the longest that a swap holds the view's checkpoints
 * @param lockTimeout the longest that it lets readers wait
 * @param grace after which tables that nobody reads any more are dropped
 */
public record RebuildSettings(Duration poll, Duration swapWait, Duration lockTimeout, Duration grace) {}
