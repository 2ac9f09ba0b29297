package dev.vesper.eventstore.write.provider;

import dev.vesper.events.EncryptedValue;
import org.jspecify.annotations.Nullable;

/**
 * One provider.
 *
 * @param secret null for none
 */
record Provider<C>(C config, @Nullable EncryptedValue secret, boolean active) {
    Provider<C> with(C now, @Nullable EncryptedValue newSecret) {
        return new Provider<>(now, newSecret == null ? secret : newSecret, active);
    }

    Provider<C> withActive(boolean now) {
        return new Provider<>(config, secret, now);
    }
}
