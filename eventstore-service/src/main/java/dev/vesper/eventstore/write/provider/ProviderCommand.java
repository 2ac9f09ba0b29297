package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import org.jspecify.annotations.Nullable;

/** What may be asked of a provider. */
sealed interface ProviderCommand<C> {
    String id();

    /** @param secret null for none */
    record Add<C>(String id, C config, @Nullable EncryptedValue secret) implements ProviderCommand<C> {}

    /** @param secret null: it stays */
    record Change<C>(String id, C config, @Nullable EncryptedValue secret) implements ProviderCommand<C> {}

    record Activate<C>(String id) implements ProviderCommand<C> {}

    record Deactivate<C>(String id) implements ProviderCommand<C> {}

    record Remove<C>(String id) implements ProviderCommand<C> {}
}
