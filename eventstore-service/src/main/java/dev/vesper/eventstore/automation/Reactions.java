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

/** All reactions of the write side to its own events. */
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
            UserKeys keys,
            WhenOwnerRemovedThenRemoveWhatItOwned ownerRemoved) {
        EndEach each = new EndEach(sessions, grants, config.automation());
        this.all = List.of(
                new WhenSessionsEndedInBulkThenEndEach(
                        journal, new LiveSessions(sql), each, config.session().endOnPasswordChange()),
                new WhenSessionGoesOnTooLongThenEndIt(
                        journal, new SessionLifetimes(sql), each, config.session(), clock),
                new WhenUserRemovedThenForgetThem(keys),
                ownerRemoved);
    }

    List<Reaction> all() {
        return all;
    }
}
