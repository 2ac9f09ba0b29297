package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import dev.vesper.events.Event;
import dev.vesper.eventstore.write.AggregateKind;
import org.jspecify.annotations.Nullable;

/**
 * What tells one kind of providers from others: its events and its rules.
 *
 * @param <C> its configuration
 */
interface ProviderKind<C> {
    AggregateKind<Providers<C>, ? extends Event> aggregate();

    /** Upper-case, for codes of refusals. */
    String name();

    /** Whether activating one deactivates the others. */
    boolean isOneActive();

    /** The same configuration as it is stored, or a refusal by the name of the bad field. */
    C checked(C config);

    /** Where what is sent goes. */
    String destination(C config);

    Event added(String id, C config, @Nullable EncryptedValue secret);

    Event changed(String id, C config, @Nullable EncryptedValue secret);

    Event activated(String id);

    Event deactivated(String id);

    Event removed(String id);
}
