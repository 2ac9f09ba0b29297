package dev.vesper.eventstore.write.user;

import dev.vesper.eventstore.write.AdminCaller;
import java.util.Optional;

/** Checks the bearer tokens of the admin API. */
public interface PersonalAccessTokens {
    /**
     * @param token as it stands in {@code Authorization}, without {@code Bearer}
     * @return empty for an unknown, expired or removed token, and when its user may not act
     */
    Optional<AdminCaller> authenticate(String token);
}
