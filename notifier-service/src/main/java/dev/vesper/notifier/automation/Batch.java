package dev.vesper.notifier.automation;

import java.util.List;
import java.util.Map;

/**
 * What one poll gave.
 *
 * @param events those that concern this service and are new
 * @param unreadable those that nobody here understands
 * @param ends where each partition of the poll now stands
 */
record Batch(List<Consumed> events, List<Unreadable> unreadable, Map<Integer, Checkpoint> ends) {
    record Unreadable(int partition, long offset, String error) {}
}
