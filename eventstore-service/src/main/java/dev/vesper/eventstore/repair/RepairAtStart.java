package dev.vesper.eventstore.repair;

import dev.vesper.events.RecordedEvent;
import dev.vesper.events.UnreadableEvent;
import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Marker;
import dev.vesper.eventstore.relay.Topic;
import dev.vesper.eventstore.relay.TopicHistory;
import dev.vesper.eventstore.schedule.Repeating;
import dev.vesper.eventstore.sql.Connections;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.write.EndMarkers;
import dev.vesper.eventstore.write.Journal;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Repairs the log where the process was started for that alone; else sees that it is known before anything else begins. */
@Singleton
final class RepairAtStart {
    /** After the log, and before the setup, which pushes. */
    private static final int AFTER_THE_LOG = 150;

    private final EventstoreConfig config;
    private final Repair repair;
    private @Nullable Repeating watch;

    RepairAtStart(EventstoreConfig config, Sql sql, Connections connections, Journal journal) {
        Topic topic = Topic.of(config);
        this.config = config;
        this.repair = new Repair(
                sql,
                connections,
                new TopicHistory(topic, config.relay(), sql),
                topic.name(),
                config.repair(),
                event -> endOf(journal, event));
    }

    void start(@Observes @Priority(AFTER_THE_LOG) StartupEvent event) {
        RepairMode mode = RepairMode.of(config.repair().mode()).orElseThrow();
        if (config.migrate().only()) {
            return;
        }
        if (mode == RepairMode.OFF) {
            BaseWatch base = new BaseWatch(repair);
            base.requireNothingLost();
            watch = Repeating.start("base-watch", config.repair().interval(), base::runOnce);
        } else {
            runAndExit(mode);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (watch != null) {
            watch.close();
        }
    }

    /** Plain text for whoever started it, whatever the form of the logs. */
    private void runAndExit(RepairMode mode) {
        Outcome outcome = repair.run(mode);
        System.out.print(outcome.text());
        Quarkus.asyncExit(outcome.kind() == Outcome.Kind.DONE ? 0 : 1);
    }

    /** An event of a type that nobody registered ends nothing. */
    private static Optional<Marker> endOf(Journal journal, RecordedEvent event) {
        try {
            return EndMarkers.of(AggregateId.of(event), journal.decode(event));
        } catch (UnreadableEvent unknown) {
            return Optional.empty();
        }
    }
}
