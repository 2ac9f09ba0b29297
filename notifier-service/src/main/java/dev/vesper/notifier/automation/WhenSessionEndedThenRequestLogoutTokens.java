package dev.vesper.notifier.automation;

import dev.vesper.notifier.store.Database;
import dev.vesper.notifier.store.Statement;
import java.util.List;
import java.util.Set;

/**
 * Keeps what ended until its apps are told. The requests themselves are made by {@link RequestLogoutTokens}, right after
 * the commit and outside of any transaction, so that an unreachable log stops neither the topic nor the checkpoint.
 */
final class WhenSessionEndedThenRequestLogoutTokens implements Reaction {
    private static final Statement REMEMBER = Statement.named("remember_ends");

    @Override
    public Set<String> types() {
        return Set.of("session.terminated", "user.human.signed.out", "oidc_session.ended");
    }

    @Override
    public void apply(List<Consumed> events, Database.Open transaction) {
        Columns<End> rows = new Columns<>(events.stream().map(End::of).toList());
        transaction.run(
                REMEMBER,
                (Object) rows.texts(End::instanceId),
                rows.texts(End::aggregateType),
                rows.texts(End::aggregateId),
                rows.texts(End::eventType),
                rows.longs(End::sequence),
                rows.texts(End::subject),
                rows.texts(End::subjectId),
                rows.texts(End::owner),
                rows.texts(End::triggerOrigin),
                rows.texts(End::traceparent),
                rows.times(End::endedAt),
                rows.ints(End::partition));
    }
}
