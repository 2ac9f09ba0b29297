package dev.vesper.simulation.database;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the reducer of the sessions sends. */
public final class ViewStatements {
    private static final String SESSIONS = "dev/vesper/projection/read/sessions/";

    private ViewStatements() {}

    static void addTo(Statements statements) {
        statements
                .add(SESSIONS + "add_session", ViewStatements::addSession)
                .add(
                        SESSIONS + "set_user",
                        (tx, arguments) -> change(
                                tx,
                                arguments,
                                row -> row.with(
                                        "user_id",
                                        arguments.text(6),
                                        "user_resource_owner",
                                        arguments.text(7),
                                        "user_checked_at",
                                        arguments.value(8))))
                .add(
                        SESSIONS + "set_password_checked",
                        (tx, arguments) ->
                                change(tx, arguments, row -> row.with("password_checked_at", arguments.value(6))))
                .add(
                        SESSIONS + "end_session",
                        (tx, arguments) -> change(
                                tx,
                                arguments,
                                row -> row.with("ended_at", arguments.value(3), "end_reason", arguments.text(6))));
    }

    private static Result addSession(Transaction tx, Arguments arguments) {
        tx.insert(
                tx.server().table("sessions1"),
                TableRow.of(
                        "instance_id",
                        arguments.text(1),
                        "session_id",
                        arguments.text(2),
                        "creation_date",
                        arguments.value(3),
                        "change_date",
                        arguments.value(3),
                        "sequence",
                        arguments.number(4),
                        "begin_position",
                        arguments.number(5),
                        "position",
                        arguments.number(5),
                        "resource_owner",
                        arguments.text(6),
                        "user_agent_id",
                        arguments.text(7)));
        return Result.changed(1);
    }

    private static Result change(Transaction tx, Arguments arguments, UnaryOperator<TableRow> change) {
        Table sessions = tx.server().table("sessions1");
        Optional<TableRow> found = tx.get(sessions, arguments.text(1), arguments.text(2));
        found.map(change)
                .ifPresent(row -> tx.put(
                        sessions,
                        row.with(
                                "change_date",
                                arguments.value(3),
                                "sequence",
                                arguments.number(4),
                                "position",
                                arguments.number(5))));
        return Result.changed(found.isPresent() ? 1 : 0);
    }
}
