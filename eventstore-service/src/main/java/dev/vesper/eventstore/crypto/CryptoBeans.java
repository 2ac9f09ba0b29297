package dev.vesper.eventstore.crypto;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.sql.Sql;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Puts together what hangs on the master key. */
@Singleton
final class CryptoBeans {
    private final EventstoreConfig config;
    private final SecureRandom random = new SecureRandom();

    CryptoBeans(EventstoreConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    MasterKey masterKey() {
        return MasterKeySource.load(config.keys());
    }

    @Produces
    @Singleton
    RandomTokens tokens() {
        return new RandomTokens(random);
    }

    @Produces
    @Singleton
    RandomCodes codes() {
        return new RandomCodes(random);
    }

    @Produces
    @Singleton
    Passwords passwords() {
        return new Passwords(config.passwords(), random);
    }

    void close(@Disposes Passwords passwords) {
        passwords.close();
    }

    @Produces
    @Singleton
    SigningKeys signingKeys(MasterKey masterKey) {
        return new SigningKeys(masterKey);
    }

    @Produces
    @Singleton
    UserKeys userKeys(Sql sql, MasterKey masterKey, RandomTokens tokens) {
        return new UserKeys(new PgUserKeyTable(sql), masterKey, tokens, config.keys());
    }
}
