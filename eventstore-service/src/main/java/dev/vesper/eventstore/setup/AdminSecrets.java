package dev.vesper.eventstore.setup;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.crypto.Passwords;
import dev.vesper.eventstore.crypto.RandomTokens;
import dev.vesper.eventstore.crypto.UserKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What makes and keeps the admin's secrets. */
@Singleton
final class AdminSecrets {
    private final Passwords passwords;
    private final RandomTokens random;
    private final UserKeys keys;
    private final Optional<AdminFiles> files;

    @Inject
    AdminSecrets(EventstoreConfig config, Passwords passwords, RandomTokens random, UserKeys keys) {
        this(passwords, random, keys, config.setup().dataDir().map(AdminFiles::new));
    }

    AdminSecrets(Passwords passwords, RandomTokens random, UserKeys keys, Optional<AdminFiles> files) {
        this.passwords = passwords;
        this.random = random;
        this.keys = keys;
        this.files = files;
    }

    Passwords passwords() {
        return passwords;
    }

    RandomTokens random() {
        return random;
    }

    UserKeys keys() {
        return keys;
    }

    /** Empty where nothing is to be written. */
    Optional<AdminFiles> files() {
        return files;
    }
}
