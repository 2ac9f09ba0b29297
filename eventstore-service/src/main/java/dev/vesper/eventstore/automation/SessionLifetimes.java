package dev.vesper.eventstore.automation;

import dev.vesper.events.RecordedEvent;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** How long each session goes on, kept by following the log. */
final class SessionLifetimes {
    private final Sql sql;

    SessionLifetimes(Sql sql) {
        this.sql = sql;
    }

    /** A session that went on for too long. */
    record Expired(String instanceId, String sessionId) {}

    void begin(RecordedEvent recorded) {
        run("automation/insert_session_lifetime", recorded, recorded.createdAt());
    }

    void noteActivity(RecordedEvent recorded) {
        run("automation/note_session_activity", recorded, recorded.createdAt());
    }

    void noteActivityIn(RecordedEvent recorded, String sessionId) {
        sql.run(Statement.of(
                "automation/note_session_activity", recorded.instanceId(), sessionId, utc(recorded.createdAt())));
    }

    /** @param recorded an event of an OIDC session */
    void noteActivityOfGrant(RecordedEvent recorded) {
        run("automation/note_grant_activity", recorded, recorded.createdAt());
    }

    void setLifetime(RecordedEvent recorded, Duration lifetime) {
        run("automation/set_session_end", recorded, recorded.createdAt().plus(lifetime));
    }

    void end(String instanceId, String sessionId) {
        sql.run(Statement.of("automation/delete_session_lifetime", instanceId, sessionId));
    }

    /**
     * @param begunBy whose lifetime is over
     * @param idleSince whose idle time is over
     */
    List<Expired> find(Instant begunBy, Instant idleSince, Instant now, int limit) {
        return sql
                .run(Statement.of("automation/find_expired_sessions", utc(begunBy), utc(idleSince), utc(now), limit))
                .stream()
                .map(row -> new Expired(row.getString("instance_id"), row.getString("session_id")))
                .toList();
    }

    private void run(String statement, RecordedEvent recorded, Instant at) {
        sql.run(Statement.of(statement, recorded.instanceId(), recorded.aggregateId(), utc(at)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
