package dev.vesper.eventstore.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that the admitted pushes of a batch change, as rows: at most one per head, constraint and marker.
 *
 * @param added unique values with their owners; what is cleared or removed goes before
 */
record BatchWrite(
        List<EventRow> events,
        Map<AggregateId, Facts.Head> heads,
        Map<Facts.UniqueKey, String> added,
        Set<Facts.UniqueKey> removed,
        Set<String> clearedInstances,
        Set<Facts.UniqueOwner> clearedOwners,
        Map<Subject, String> ends,
        List<PushRow> pushes) {

    static BatchWrite nothing() {
        return new BatchWrite(
                new ArrayList<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashMap<>(),
                new ArrayList<>());
    }

    boolean isEmpty() {
        return pushes.isEmpty();
    }

    record EventRow(AggregateId aggregate, NewEvent event, String creator, PushedEvent place) {}

    record PushRow(UUID pushId, int firstInTxOrder, int eventCount) {}
}
