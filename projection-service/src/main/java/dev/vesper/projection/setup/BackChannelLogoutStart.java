package dev.vesper.projection.setup;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.projection.database.Change;
import dev.vesper.projection.database.Sql;
import dev.vesper.projection.database.Transaction;
import dev.vesper.projection.engine.EventLogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Puts the start of the back-channel logout handler at the log's current position, for each instance that is there, so that
 * sessions that ended before it was installed are not announced. Later instances have no past and begin at their first event.
 */
final class BackChannelLogoutStart implements SetupStep.Preparation {
    private static final Sql START = Sql.of(BackChannelLogoutStart.class, "step_38_start_back_channel_logout");
    private static final int PAGE_SIZE = 1_000;

    private final EventLogReader log;

    BackChannelLogoutStart(EventLogReader log) {
        this.log = log;
    }

    @Override
    public Consumer<Transaction> run() {
        Optional<RecordedEvent> last = log.readLast();
        List<Change> changes = new ArrayList<>();
        last.ifPresent(event -> instances().forEach(instance -> changes.add(start(instance, event))));
        return transaction -> changes.forEach(transaction::send);
    }

    private List<String> instances() {
        List<String> instances = new ArrayList<>();
        Cursor after = Cursor.START;
        List<RecordedEvent> page = log.read(after, Set.of("instance"), PAGE_SIZE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(event -> event.type().equals("instance.added"))
                    .forEach(event -> instances.add(event.instanceId()));
            after = page.getLast().cursor();
            page = log.read(after, Set.of("instance"), PAGE_SIZE);
        }
        return instances;
    }

    private static Change start(String instance, RecordedEvent last) {
        return START.with(
                instance, last.aggregateType(), last.aggregateId(), last.sequence(), last.createdAt(), last.position());
    }
}
