package dev.vesper.eventstore.write.user.human;

import dev.vesper.events.OneTimeCode;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.EventLog;
import dev.vesper.eventstore.write.Journal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Opens codes for the messages that take them to people. */
@Singleton
public final class StoredCodes {
    private final EventLog log;
    private final Journal journal;

    StoredCodes(EventLog log, Journal journal) {
        this.log = log;
        this.journal = journal;
    }

    /**
     * @param sequence of the event that added it
     * @return empty where the event added none, or its person is removed
     */
    public Optional<String> find(String instanceId, String userId, long sequence) {
        return log.readAggregate(new AggregateId(instanceId, HumanDecider.KIND.type(), userId), sequence).stream()
                .findFirst()
                .filter(recorded -> recorded.sequence() == sequence && !recorded.isOpaque())
                .map(journal::decode)
                .filter(OneTimeCode.class::isInstance)
                .map(event -> ((OneTimeCode) event).code());
    }
}
