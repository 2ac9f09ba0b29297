package dev.vesper.oidc.endsession;

import dev.vesper.oidc.useragent.UserAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sign-out has ended.
 *
 * @param userAgent with what was written
 * @param sessions each with the apps in it that want to be told
 */
public record Ended(Optional<UserAgent> userAgent, List<EndedSession> sessions) {
    static Ended nothing(Optional<UserAgent> userAgent) {
        return new Ended(userAgent, List.of());
    }

    Ended and(String consistencyToken, List<EndedSession> more) {
        List<EndedSession> all = new ArrayList<>(sessions);
        all.addAll(more);
        return new Ended(userAgent.map(before -> before.afterWrite(consistencyToken)), List.copyOf(all));
    }
}
