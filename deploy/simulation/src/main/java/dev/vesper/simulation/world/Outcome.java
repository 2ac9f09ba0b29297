package dev.vesper.simulation.world;

import static dev.vesper.simulation.world.Promises.expect;

import dev.vesper.events.Cursor;
import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.log.PushOutcome;
import dev.vesper.eventstore.log.PushedEvent;
import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.TableRow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What must hold when all have come to rest. */
final class Outcome {
    private final Collection<TableRow> log;

    Outcome(Server database) {
        this.log = database.table("events2").rows();
    }

    /** Each answered push is there once, where the answer says; no wish was fulfilled twice. */
    void ofPushes(List<Operation> operations) {
        Map<String, List<TableRow>> written =
                log.stream().collect(Collectors.groupingBy(event -> event.text("creator")));
        for (Operation operation : operations) {
            List<TableRow> events = written.getOrDefault(operation.id(), List.of());
            int wanted = operation.push().appends().stream()
                    .mapToInt(append -> append.events().size())
                    .sum();
            expect(events.isEmpty() || events.size() == wanted, "%s was written %s times", operation, events);
            if (operation.answer().orElse(null) instanceof PushOutcome.Pushed pushed) {
                expect(events.size() == wanted, "a push that was answered is lost: %s", operation);
                expect(places(events).equals(places(pushed)), "%s stands elsewhere: %s", operation, events);
            }
        }
    }

    void ofReader(List<RecordedEvent> seen) {
        List<Cursor> wanted = log.stream().map(Outcome::cursor).toList();
        List<Cursor> found = seen.stream().map(RecordedEvent::cursor).toList();
        expect(wanted.equals(found), "a reader of the order missed something: %s, and not %s", found, wanted);
    }

    void ofTopic(int partition, List<Cursor> events) {
        List<Cursor> wanted = log.stream()
                .filter(event -> event.number("partition") == partition)
                .map(Outcome::cursor)
                .toList();
        expect(wanted.equals(events), "partition %s holds %s, and not %s", partition, events, wanted);
    }

    boolean isIn(List<RecordedEvent> seen) {
        return seen.size() >= log.size();
    }

    boolean isInTopic(Map<Integer, List<Cursor>> topic) {
        return topic.values().stream().mapToInt(List::size).sum() >= log.size();
    }

    /** @param checkpoints of a view, by partition */
    boolean isIn(Map<Integer, Cursor> checkpoints) {
        return log.stream().allMatch(event -> {
            Cursor seen = checkpoints.getOrDefault((int) event.number("partition"), Cursor.START);
            return !cursor(event).isAfter(seen);
        });
    }

    private static List<Cursor> places(List<TableRow> events) {
        return events.stream().map(Outcome::cursor).sorted().toList();
    }

    private static List<Cursor> places(PushOutcome.Pushed pushed) {
        return pushed.events().stream()
                .map((PushedEvent event) -> new Cursor(pushed.position(), event.inTxOrder()))
                .sorted()
                .toList();
    }

    private static Cursor cursor(TableRow event) {
        return new Cursor(event.number("position"), (int) event.number("in_tx_order"));
    }
}
