package dev.vesper.eventstore.log;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What the log holds of all that a batch of pushes names, read after its locks were had: until the batch is committed,
 * nobody else can change it.
 *
 * @param taken unique values with their owners
 */
record Facts(
        Map<AggregateId, Head> heads,
        Map<Subject, End> ends,
        Map<UniqueKey, String> taken,
        Map<UUID, PushOutcome.Pushed> answered) {

    static Facts none() {
        return new Facts(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    }

    /** Where an aggregate stands. The first owner of an aggregate stays its owner. */
    record Head(long sequence, String owner) {}

    record End(long position, String reason) {}

    record UniqueKey(String instanceId, String type, String field) {}

    /** All unique values that one owner has in an instance. */
    record UniqueOwner(String instanceId, String owner) {}
}
