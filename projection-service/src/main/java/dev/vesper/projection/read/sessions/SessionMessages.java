package dev.vesper.projection.read.sessions;

import dev.vesper.projection.answer.Rows;
import dev.vesper.proto.admin.v1.Session;
import dev.vesper.proto.admin.v1.SessionApp;
import dev.vesper.proto.admin.v1.SessionFactors;
import dev.vesper.proto.admin.v1.SessionUserAgent;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of {@code sessions1} with its apps and, where there is one, the marker that ended it, as a message. */
final class SessionMessages {
    private SessionMessages() {}

    static Session session(Row row, Instant now) {
        Session.Builder session = Session.newBuilder()
                .setSessionId(row.getString("session_id"))
                .setUserId(Rows.text(row, "user_id"))
                .setUserResourceOwner(Rows.text(row, "user_resource_owner"))
                .setFactors(factors(row))
                .setUserAgent(userAgent(row))
                .setCreatedAt(Rows.time(row.getOffsetDateTime("creation_date")))
                .setBeginPosition(row.getLong("begin_position"))
                .setDetails(Rows.details(row));
        setEnd(row, now, session);
        addApps(row, session);
        return session.build();
    }

    private static SessionFactors factors(Row row) {
        SessionFactors.Builder factors = SessionFactors.newBuilder();
        Rows.time(row, "user_checked_at", factors::setUserVerifiedAt);
        Rows.time(row, "password_checked_at", factors::setPasswordVerifiedAt);
        return factors.build();
    }

    private static SessionUserAgent userAgent(Row row) {
        return SessionUserAgent.newBuilder()
                .setId(row.getString("user_agent_id"))
                .setDescription(Rows.text(row, "user_agent_description"))
                .setIp(Rows.text(row, "user_agent_ip"))
                .build();
    }

    /** Its own event says most; a marker counts until that event has come, and a lifetime until an automation ends it. */
    private static void setEnd(Row row, Instant now, Session.Builder session) {
        OffsetDateTime expiry = row.getOffsetDateTime("expires_at");
        if (row.getString("end_reason") != null) {
            session.setEndReason(row.getString("end_reason"));
            Rows.time(row, "ended_at", session::setEndedAt);
        } else if (row.getString("marker_reason") != null) {
            session.setEndReason(row.getString("marker_reason"));
            Rows.time(row, "marker_ended_at", session::setEndedAt);
        } else if (expiry != null && !expiry.toInstant().isAfter(now)) {
            session.setEndReason("expired").setEndedAt(Rows.time(expiry));
        } else {
            session.setActive(true);
        }
    }

    private static void addApps(Row row, Session.Builder session) {
        String[] clientIds = row.getArrayOfStrings("client_ids");
        if (clientIds == null) {
            return;
        }
        String[] oidcSessionIds = row.getArrayOfStrings("oidc_session_ids");
        OffsetDateTime[] since = row.getArrayOfOffsetDateTimes("since");
        for (int i = 0; i < clientIds.length; i++) {
            session.addApps(SessionApp.newBuilder()
                    .setClientId(clientIds[i])
                    .setOidcSessionId(oidcSessionIds[i])
                    .setSince(Rows.time(since[i])));
        }
    }
}
