package dev.vesper.eventstore.repair;

import dev.vesper.events.Cursor;
import dev.vesper.eventstore.relay.TopicHistory;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;

/** Looks at the log and at everybody who has seen it. It changes nothing. */
final class Inspector {
    private final Sql sql;
    private final TopicHistory topic;
    private final String topicName;
    private final RepairConfig config;

    Inspector(Sql sql, TopicHistory topic, String topicName, RepairConfig config) {
        this.sql = sql;
        this.topic = topic;
        this.topicName = topicName;
        this.config = config;
    }

    boolean isStandby() {
        return sql.run(Statement.of("repair/is_standby")).iterator().next().getBoolean("standby");
    }

    /** While a migration fills the log, it has no base on purpose. */
    boolean isBeingFilled() {
        return sql.run(Statement.of("repair/is_being_filled")).iterator().next().getBoolean("being_filled");
    }

    boolean serverIsKnown() {
        return sql.run(Statement.of("repair/read_server")).iterator().next().getLong("base") != null;
    }

    Finding inspect() {
        LogEnd before = logEnd();
        LostEvents lost = new LostEvents(sql, config.maxEvents());
        Checkpoints.Found checkpoints = new Checkpoints(sql).find();
        List<Seen> seen = new ArrayList<>(checkpoints.seen());
        List<String> unseen = new ArrayList<>();
        checkpoints
                .unseen()
                .forEach(table -> unseen.add(table + " is not in this database, or is closed to this role"));
        try {
            seen.add(new Seen("Kafka topic " + topicName, topic.read(since(before), lost::compare)));
        } catch (KafkaException e) {
            unseen.add("Kafka topic %s cannot be read (%s)".formatted(topicName, e.getMessage()));
        }
        Row server = sql.run(Statement.of("repair/read_server")).iterator().next();
        Long next = server.getLong("next_position");
        return new Finding(
                server.getLong("system_identifier"),
                server.getInteger("timeline"),
                next == null ? OptionalLong.empty() : OptionalLong.of(next),
                // Whatever was seen above was in the log before it was seen.
                logEnd().cursor(),
                seen,
                unseen,
                lost.events(),
                lost.count(),
                lost.overtaken());
    }

    private Instant since(LogEnd end) {
        return end.createdAt().equals(Instant.EPOCH)
                ? Instant.EPOCH
                : end.createdAt().minus(config.lookBack());
    }

    private LogEnd logEnd() {
        for (Row row : sql.run(Statement.of("repair/read_log_end"))) {
            return new LogEnd(
                    new Cursor(row.getLong("position"), row.getInteger("in_tx_order")),
                    row.getOffsetDateTime("created_at").toInstant());
        }
        return new LogEnd(Cursor.START, Instant.EPOCH);
    }

    private record LogEnd(Cursor cursor, Instant createdAt) {}
}
