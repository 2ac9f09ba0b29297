package dev.vesper.eventstore.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the log holds of all that a batch of pushes names, read after its locks were had: until the batch is committed,
 * nobody else can change it.
 */
record Facts(
        Map<AggregateId, Head> heads,
        Map<Subject, End> ends,
        Set<UniqueKey> taken,
        Map<UUID, PushOutcome.Pushed> answered) {

    static Facts none() {
        return new Facts(new HashMap<>(), new HashMap<>(), new HashSet<>(), new HashMap<>());
    }

    /** Where an aggregate stands. The first owner of an aggregate stays its owner. */
    record Head(long sequence, String owner) {}

    record End(long position, String reason) {}

    record UniqueKey(String instanceId, String type, String field) {}
}
