package dev.vesper.eventstore.automation;

import dev.vesper.events.RecordedEvent;
import java.util.Set;

/**
 * What is done about events of some types. They come in the global order, each at least once: after a crash some come again.
 */
interface Reaction {
    /** Of its lease and its cursor; never changes. */
    String name();

    /** Names of the types that it is about; it never sees another. */
    Set<String> types();

    /**
     * @param lead to be kept while this takes long
     */
    void react(RecordedEvent event, Lead lead);

    /** All that could be read now has been reacted to: for what is done as time passes. */
    default void caughtUp(Lead lead) {}
}
