package dev.vesper.eventstore.write;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.crypto.KeySettings;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.deadline.CallDeadline;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.user.human.CodeSettings;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts the pipeline together that all commands run through. */
@Singleton
final class WriteBeans {
    private final EventstoreConfig config;
    private final SecureRandom random = new SecureRandom();

    WriteBeans(EventstoreConfig config) {
        this.config = config;
    }

    @Produces
    @DefaultBean
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    IdSource ids(Clock clock) {
        return new TimeSortedIds(clock, random);
    }

    @Produces
    @Singleton
    Journal journal(UserKeys keys) {
        return new Journal(keys);
    }

    @Produces
    @Singleton
    Aggregates aggregates(EventLog log, Journal journal) {
        return new Aggregates(log, journal, config.write().keptAggregates());
    }

    @Produces
    @Singleton
    CommandPipeline pipeline(Aggregates aggregates, EventLog log, Clock clock) {
        return new CommandPipeline(
                aggregates, log, clock, random, config.write().attempts(), CallDeadline::remaining);
    }

    @Produces
    @Singleton
    TokenSettings tokenSettings() {
        return config.tokens();
    }

    @Produces
    @Singleton
    CodeSettings codeSettings() {
        return config.codes();
    }

    @Produces
    @Singleton
    KeySettings keySettings() {
        return config.keys();
    }
}
