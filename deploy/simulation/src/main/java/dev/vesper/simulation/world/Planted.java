package dev.vesper.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vesper.events.KafkaRecords;
import dev.vesper.proto.internal.v1.PushRequest;
import dev.vesper.simulation.Fault;
import dev.vesper.simulation.Plan;
import dev.vesper.simulation.database.Arguments;
import dev.vesper.simulation.database.DeliveryStatements;
import dev.vesper.simulation.database.LogReads;
import dev.vesper.simulation.database.LogStatements;
import dev.vesper.simulation.database.ProjectionStatements;
import dev.vesper.simulation.database.RelayStatements;
import dev.vesper.simulation.database.Result;
import dev.vesper.simulation.database.Statements;
import dev.vesper.simulation.database.Statements.Body;
import dev.vesper.simulation.database.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Puts a fault in place of the piece that is right. */
final class Planted {
    private Planted() {}

    static void in(Statements statements, Plan plan) {
        if (plan.fault().isEmpty()) {
            return;
        }
        switch (plan.fault().get()) {
            case HORIZON_IGNORED ->
                statements.replace(
                        "sql/log/read_global_order",
                        (tx, arguments) -> LogReads.readGlobalOrder(tx, arguments, Long.MAX_VALUE));
            case XID_BEFORE_LOCKS -> {
                Body right = statements.body("sql/log/limit_lock_wait");
                statements.replace("sql/log/limit_lock_wait", (tx, arguments) -> {
                    tx.xid();
                    return right.run(tx, arguments);
                });
            }
            case PRECONDITION_NOT_LOCKED -> statements.replace("sql/log/take_locks", Planted::takeExclusiveLocks);
            case CURSOR_BY_POSITION_ONLY -> {
                Body right = statements.body("sql/log/read_global_order");
                statements.replace(
                        "sql/log/read_global_order",
                        (tx, arguments) -> right.run(tx, with(arguments, 2, Integer.MAX_VALUE)));
            }
            case RELAY_CURSOR_WITHOUT_EPOCH ->
                statements.replace(
                        "sql/relay/move_cursor", (tx, arguments) -> RelayStatements.moveCursor(tx, arguments, false));
            case CHECKPOINT_NOT_COMPARED ->
                statements.replace(
                        "dev/vesper/projection/engine/advance_checkpoint",
                        (tx, arguments) -> ProjectionStatements.advanceCheckpoint(tx, arguments, false));
            case CHECKPOINT_APART_FROM_ROWS -> {
                Body right = statements.body("dev/vesper/projection/engine/advance_checkpoint");
                statements.replace("dev/vesper/projection/engine/advance_checkpoint", (tx, arguments) -> {
                    Result result = right.run(tx, arguments);
                    tx.commitSoFar();
                    return result;
                });
            }
            case ENDS_APART_FROM_CHECKPOINT -> {
                Body right = statements.body("sql/move_checkpoints");
                statements.replace("sql/move_checkpoints", (tx, arguments) -> {
                    Result result = right.run(tx, arguments);
                    tx.commitSoFar();
                    return result;
                });
            }
            case RESCHEDULED_WITHOUT_LEASE ->
                statements.replace(
                        "sql/reschedule_delivery",
                        (tx, arguments) -> DeliveryStatements.reschedule(tx, arguments, false));
            default -> {}
        }
    }

    /** What a worker sends to the log. */
    static Object sent(Object request, Plan plan) {
        if (!plan.has(Fault.OUTCOME_WITHOUT_EXPECTATION) || !(request instanceof PushRequest push)) {
            return request;
        }
        PushRequest.Builder changed = push.toBuilder();
        changed.getAppendsBuilderList().stream()
                .filter(append -> append.hasSequence())
                .forEach(append -> append.setAny(true));
        return changed.build();
    }

    private static Result takeExclusiveLocks(Transaction tx, Arguments arguments) {
        List<Object> keys = new ArrayList<>();
        List<Object> exclusive = new ArrayList<>();
        for (int row = 0; row < arguments.rows(1); row++) {
            if ((Boolean) arguments.at(2, row)) {
                keys.add(arguments.at(1, row));
                exclusive.add(true);
            }
        }
        return LogStatements.takeLocks(tx, new Arguments(Tuple.of((Object) keys.toArray(Long[]::new), (Object)
                exclusive.toArray(Boolean[]::new))));
    }

    private static Arguments with(Arguments arguments, int place, Object value) {
        Tuple changed = Tuple.tuple();
        for (int i = 0; i < arguments.tuple().size(); i++) {
            changed.addValue(i == place - 1 ? value : arguments.tuple().getValue(i));
        }
        return new Arguments(changed);
    }

    /** A watermark that repeats the horizon, as it were, and not the last event that was relayed. */
    static ProducerRecord<byte[], byte[]> promisingMore(ProducerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        if (KafkaRecords.WATERMARK.equals(new String(type.value(), UTF_8))) {
            Header position = record.headers().lastHeader("vesper_position");
            long more = Long.parseLong(new String(position.value(), UTF_8)) + 1;
            record.headers()
                    .remove("vesper_position")
                    .add("vesper_position", Long.toString(more).getBytes(UTF_8));
        }
        return record;
    }
}
