package dev.vesper.simulation.world;

import static dev.vesper.simulation.world.Promises.expect;

import dev.vesper.simulation.database.Server;
import dev.vesper.simulation.database.Table;
import dev.vesper.simulation.database.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every app of a session that ended is told, or its failure is on record; and what is on record as done stays done. */
final class LogoutPromises implements Server.CommitCheck {
    private final Receivers receivers;
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Set<String>> appsBySession = new HashMap<>();
    private final Set<String> finishedNotifications = new HashSet<>();
    private final Set<String> onRecord = new HashSet<>();
    private final Map<String, String> states = new HashMap<>();

    LogoutPromises(Receivers receivers) {
        this.receivers = receivers;
    }

    @Override
    public void committed(Map<Table, List<TableRow>> written) {
        written.forEach((table, rows) -> {
            switch (table.name()) {
                case "events2" -> rows.forEach(this::appended);
                case "deliveries" -> rows.forEach(this::scheduled);
                default -> {}
            }
        });
    }

    /** Those that wait to be told. */
    List<String> untold() {
        List<String> untold = new ArrayList<>();
        ended.forEach(session -> appsBySession.getOrDefault(session, Set.of()).stream()
                .filter(app -> !onRecord.contains(session + " " + app))
                .forEach(app -> untold.add(session + " " + app)));
        return untold;
    }

    private void appended(TableRow event) {
        String id = event.text("aggregate_id");
        switch (event.text("event_type")) {
            case "session.terminated" -> ended.add(id);
            case "session_logout.back_channel.registered" ->
                appsBySession.computeIfAbsent(id, _ -> new HashSet<>()).add(client(event));
            case "session_logout.back_channel.sent" -> {
                expect(
                        receivers.isTold(id, client(event)),
                        "the record says that an app was told, and it was not: %s",
                        event);
                onRecord.add(id + " " + client(event));
            }
            case "session_logout.back_channel.canceled" -> onRecord.add(id + " " + client(event));
            case "notification.sent", "notification.canceled" ->
                expect(finishedNotifications.add(id), "a notification ended twice: %s", event);
            case "notification.retry.requested" ->
                expect(!finishedNotifications.contains(id), "a notification goes on after its end: %s", event);
            default -> {}
        }
    }

    private void scheduled(TableRow delivery) {
        String state = delivery.text("state");
        @Nullable String before = states.put(delivery.text("id"), state);
        boolean wasFinished = "sent".equals(before) || "canceled".equals(before);
        expect(!wasFinished || state.equals(before), "a delivery that was %s is %s again: %s", before, state, delivery);
    }

    private static String client(TableRow event) {
        String payload = event.text("payload");
        int from = payload.indexOf("\"client_id\":\"") + "\"client_id\":\"".length();
        return payload.substring(from, payload.indexOf('"', from));
    }
}
