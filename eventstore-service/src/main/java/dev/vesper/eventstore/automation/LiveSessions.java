package dev.vesper.eventstore.automation;

import dev.vesper.events.OidcSessionEvent;
import dev.vesper.events.RecordedEvent;
import dev.vesper.events.SessionEvent;
import dev.vesper.eventstore.log.Subject;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.util.List;

/** Which sessions and grants go on at one event of the log, kept by following it. */
final class LiveSessions {
    private final Sql sql;

    LiveSessions(Sql sql) {
        this.sql = sql;
    }

    void begin(RecordedEvent recorded, SessionEvent.UserChecked checked) {
        sql.run(Statement.of(
                "automation/insert_live_session",
                recorded.instanceId(),
                recorded.aggregateId(),
                checked.userId(),
                recorded.owner(),
                recorded.position(),
                recorded.inTxOrder()));
    }

    void begin(RecordedEvent recorded, OidcSessionEvent.Added grant) {
        sql.run(Statement.of(
                "automation/insert_live_grant",
                recorded.instanceId(),
                recorded.aggregateId(),
                grant.sessionId(),
                grant.appId(),
                grant.projectId(),
                recorded.position(),
                recorded.inTxOrder()));
    }

    void endSession(RecordedEvent recorded) {
        sql.run(Statement.of("automation/delete_live_session", recorded.instanceId(), recorded.aggregateId()));
    }

    void endGrant(RecordedEvent recorded) {
        sql.run(Statement.of("automation/delete_live_grant", recorded.instanceId(), recorded.aggregateId()));
    }

    /**
     * @param end a bulk end of the subject
     * @param after the last id of the page before; empty for the first page
     * @return ids of sessions that stand on the subject
     */
    List<String> sessionsOf(Subject subject, RecordedEvent end, String after, int limit) {
        return find("automation/find_sessions_of_" + subject.kind(), subject, end, after, limit);
    }

    /** As {@link #sessionsOf}, for the OIDC sessions of an app or of a project's apps. */
    List<String> grantsOf(Subject subject, RecordedEvent end, String after, int limit) {
        return find("automation/find_grants_of_" + subject.kind(), subject, end, after, limit);
    }

    private List<String> find(String statement, Subject subject, RecordedEvent end, String after, int limit) {
        return sql
                .run(Statement.of(
                        statement, subject.instanceId(), subject.id(), end.position(), end.inTxOrder(), after, limit))
                .stream()
                .map(row -> row.getString("id"))
                .toList();
    }
}
