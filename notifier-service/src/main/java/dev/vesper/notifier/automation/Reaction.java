package dev.vesper.notifier.automation;

import dev.vesper.notifier.store.Database;
import java.util.List;
import java.util.Set;

/** What follows from some types of events. It is applied in the transaction that moves the checkpoint. */
interface Reaction {
    Set<String> types();

    /** @param events of these types, in the order of their partitions */
    void apply(List<Consumed> events, Database.Open transaction);
}
