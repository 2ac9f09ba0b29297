package dev.vesper.eventstore.automation;

import dev.vesper.events.RecordedEvent;

/**
 * What is done about events. Each event comes in the global order, at least once: after a crash some come again.
 */
interface Reaction {
    /** Of its lease and its cursor; never changes. */
    String name();

    /**
     * @param lead to be kept while this takes long
     */
    void react(RecordedEvent event, Lead lead);
}
