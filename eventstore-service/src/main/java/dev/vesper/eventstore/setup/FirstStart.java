package dev.vesper.eventstore.setup;

import dev.vesper.eventstore.crypto.SigningKeys;
import dev.vesper.eventstore.crypto.SigningKeys.SigningKey;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.CommandRejected;
import dev.vesper.eventstore.write.IdSource;
import dev.vesper.eventstore.write.user.AccessTokenText;
import dev.vesper.eventstore.write.user.PersonalAccessTokens;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sets up an empty log, once, however often and wherever it is started: the instance, its organisation, policies, signing
 * key and admin come in one push, which only the first start gets through.
 */
@Singleton
final class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class);

    private final InstanceSetup setup;
    private final AdminSecrets secrets;
    private final PersonalAccessTokens accessTokens;
    private final SigningKeys signingKeys;
    private final IdSource ids;

    FirstStart(
            InstanceSetup setup,
            AdminSecrets secrets,
            PersonalAccessTokens accessTokens,
            SigningKeys signingKeys,
            IdSource ids) {
        this.setup = setup;
        this.secrets = secrets;
        this.accessTokens = accessTokens;
        this.signingKeys = signingKeys;
        this.ids = ids;
    }

    /** How the instance is to be. */
    record Wish(
            List<String> domains,
            String organisation,
            int maxPasswordAttempts,
            Optional<String> password,
            String signingAlgorithm) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Wish[domains=" + domains + "]";
        }
    }

    void run(Wish wish) {
        if (!setup.isDone()) {
            create(wish);
        }
        secrets.files()
                .ifPresent(files ->
                        files.settle(token -> accessTokens.authenticate(token).isPresent()));
        wish.domains().forEach(this::addDomain);
    }

    /** A domain that came with another system's log stays with its instance. */
    private void addDomain(String domain) {
        try {
            setup.addDomain(domain);
        } catch (CommandRejected rejected) {
            require(InstanceSetup.isTaken(rejected), rejected);
            LOG.warnf("Domain %s stays with the other instance that has it", domain);
        }
    }

    private void create(Wish wish) {
        String userId = ids.next();
        String password = wish.password().orElseGet(this::randomPassword);
        var token = new AccessTokenText(
                FirstInstance.ID, userId, ids.next(), secrets.random().next());
        secrets.files().ifPresent(files -> files.writePending(userId, password, token.text()));
        secrets.keys().create(FirstInstance.ID, userId);
        if (!write(wish, userId, password, token)) {
            secrets.keys().destroy(FirstInstance.ID, userId);
        }
    }

    private boolean write(Wish wish, String userId, String password, AccessTokenText token) {
        String keyId = ids.next();
        var first = new FirstInstance(
                wish.domains(),
                wish.organisation(),
                wish.maxPasswordAttempts(),
                ids.next(),
                userId,
                secrets.passwords().hash(password),
                token.tokenId(),
                secrets.files().isPresent() ? TokenHash.of(token.text()) : null);
        boolean written = setUp(first, signingKeys.generate(wish.signingAlgorithm(), keyId), keyId);
        LOG.infof(
                written
                        ? "Set up instance %s for %s"
                        : "Instance %s was set up by another process at the same time, for %s",
                FirstInstance.ID,
                wish.domains());
        return written;
    }

    /** On all of its domains, or else on the first that no other instance has. */
    private boolean setUp(FirstInstance first, SigningKey key, String keyId) {
        List<List<String>> choices = new ArrayList<>(List.of(first.domains()));
        first.domains().forEach(domain -> choices.add(List.of(domain)));
        for (List<String> domains : choices) {
            try {
                return setup.run(first.on(domains), key, keyId);
            } catch (CommandRejected rejected) {
                require(InstanceSetup.isTaken(rejected), rejected);
            }
        }
        throw new IllegalStateException("other instances have all of the domains " + first.domains()
                + "; name one more in vesper.oidc.external-urls");
    }

    private static void require(boolean isTaken, CommandRejected rejected) {
        if (!isTaken) {
            throw rejected;
        }
    }

    /** Nobody could read a random password that is written nowhere. */
    private String randomPassword() {
        if (secrets.files().isEmpty()) {
            throw new IllegalStateException(
                    "the first start needs vesper.admin.password, or vesper.setup.data-dir to write a random one to");
        }
        return secrets.random().next();
    }
}
