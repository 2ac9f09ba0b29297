package dev.vesper.eventstore.automation;

import dev.vesper.eventstore.config.EventstoreConfig;
import dev.vesper.eventstore.crypto.UserKeys;
import dev.vesper.eventstore.sql.Sql;
import dev.vesper.eventstore.write.Journal;
import dev.vesper.eventstore.write.oidcsession.OidcSessionEnding;
import dev.vesper.eventstore.write.session.SessionEnding;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The reactions that look after sessions and keys. */
@Singleton
final class Reactions {
    private final List<Reaction> all;

    Reactions(
            EventstoreConfig config,
            Sql sql,
            Clock clock,
            Journal journal,
            SessionEnding sessions,
            OidcSessionEnding grants,
            UserKeys keys) {
        EndEach each = new EndEach(sessions, grants, config.automation());
        this.all = List.of(
                new WhenSessionsEndedInBulkThenEndEach(
                        journal, new LiveSessions(sql), each, config.session().endOnPasswordChange()),
                new WhenSessionGoesOnTooLongThenEndIt(
                        journal, new SessionLifetimes(sql), each, config.session(), clock),
                new WhenUserRemovedThenForgetThem(keys));
    }

    List<Reaction> all() {
        return all;
    }
}
