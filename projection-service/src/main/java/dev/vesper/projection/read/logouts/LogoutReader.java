package dev.vesper.projection.read.logouts;

import dev.vesper.projection.answer.Queries;
import dev.vesper.projection.answer.Rows;
import dev.vesper.projection.database.Sql;
import dev.vesper.proto.admin.v1.ListSessionLogoutsResponse;
import dev.vesper.proto.admin.v1.SessionLogout;
import dev.vesper.proto.internal.v1.ListSessionLogoutsQuery;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Answers who was told that a session ended. */
@Singleton
public final class LogoutReader {
    private static final Sql LIST = Sql.of(LogoutReader.class, "list_session_logouts");

    private final Queries queries;

    @Inject
    LogoutReader(Queries queries) {
        this.queries = queries;
    }

    /** One row per client; none for a session that nobody knows. */
    public ListSessionLogoutsResponse list(ListSessionLogoutsQuery query) {
        String instance = queries.instance(query.getContext(), "logouts", "ended");
        ListSessionLogoutsResponse.Builder answer = ListSessionLogoutsResponse.newBuilder();
        for (Row row : queries.list(LIST, instance, query.getSessionId())) {
            answer.addLogouts(logout(row));
        }
        return answer.build();
    }

    private static SessionLogout logout(Row row) {
        SessionLogout.Builder logout = SessionLogout.newBuilder()
                .setClientId(row.getString("client_id"))
                .setState(row.getString("state"))
                .setAttempts(row.getInteger("attempts"))
                .setLastStatus(row.getInteger("last_status"))
                .setLastError(row.getString("last_error"))
                .setNotificationId(row.getString("notification_id"));
        Rows.time(row, "requested_at", logout::setRequestedAt);
        Rows.time(row, "last_attempt_at", logout::setLastAttemptAt);
        Rows.time(row, "next_attempt_at", logout::setNextAttemptAt);
        Rows.time(row, "finished_at", logout::setFinishedAt);
        return logout.build();
    }
}
