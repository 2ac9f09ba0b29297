package dev.vesper.simulation.database;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Locks on numbers, held until the transaction ends. */
final class AdvisoryLocks {
    private final Map<Long, Map<Transaction, Boolean>> exclusiveByHolder = new HashMap<>();

    /** @return false when somebody else is in the way */
    boolean take(long lock, boolean exclusive, Transaction by) {
        Map<Transaction, Boolean> holders = exclusiveByHolder.computeIfAbsent(lock, _ -> new LinkedHashMap<>());
        boolean free = holders.entrySet().stream()
                .allMatch(holder -> holder.getKey() == by || (!exclusive && !holder.getValue()));
        if (free) {
            holders.merge(by, exclusive, Boolean::logicalOr);
        }
        return free;
    }

    void release(Transaction by) {
        exclusiveByHolder.values().forEach(holders -> holders.remove(by));
        exclusiveByHolder.values().removeIf(Map::isEmpty);
    }
}
