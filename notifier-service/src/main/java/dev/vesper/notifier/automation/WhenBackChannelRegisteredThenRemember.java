package dev.vesper.notifier.automation;

import dev.vesper.events.SessionLogoutEvent.BackChannelRegistered;
import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.util.List;
import java.util.Set;

/** Keeps which apps must be told when a session ends. Shares the session's partition, so it is always before the end. */
final class WhenBackChannelRegisteredThenRemember implements Reaction {
    private static final Statement REMEMBER = Statement.named("remember_registrations");

    @Override
    public Set<String> types() {
        return Set.of("session_logout.back_channel.registered");
    }

    @Override
    public void apply(List<Consumed> events, Database.Open transaction) {
        Columns<Consumed> rows = new Columns<>(events);
        transaction.run(
                REMEMBER,
                (Object) rows.texts(row -> row.recorded().instanceId()),
                rows.texts(row -> row.recorded().aggregateId()),
                rows.texts(row -> of(row).oidcSessionId()),
                rows.texts(row -> of(row).userId()),
                rows.texts(row -> of(row).clientId()),
                rows.texts(row -> of(row).backChannelLogoutUri()),
                rows.times(row -> row.recorded().createdAt()));
    }

    private static BackChannelRegistered of(Consumed row) {
        return (BackChannelRegistered) row.event();
    }
}
