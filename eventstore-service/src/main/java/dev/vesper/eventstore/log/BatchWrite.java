package dev.vesper.eventstore.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** All that the admitted pushes of a batch change, as rows: at most one per head, constraint and marker. */
record BatchWrite(
        List<EventRow> events,
        Map<AggregateId, Facts.Head> heads,
        Set<Facts.UniqueKey> added,
        Set<Facts.UniqueKey> removed,
        Set<String> clearedInstances,
        Map<Subject, String> ends,
        List<PushRow> pushes) {

    static BatchWrite nothing() {
        return new BatchWrite(
                new ArrayList<>(),
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
