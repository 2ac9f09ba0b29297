package dev.vesper.eventstore.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to set up, decided before anything is written.
 *
 * @param domains public hosts
 * @param hashedToken SHA-256 of the admin's personal access token; null for none
 */
record FirstInstance(
        List<String> domains,
        String organisation,
        int maxPasswordAttempts,
        String orgId,
        String userId,
        String hashedPassword,
        String tokenId,
        @Nullable String hashedToken) {
    /** The first instance, whatever others come later. */
    static final String ID = "default";

    static final String ADMIN = "admin";

    FirstInstance on(List<String> others) {
        return new FirstInstance(
                others, organisation, maxPasswordAttempts, orgId, userId, hashedPassword, tokenId, hashedToken);
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return "FirstInstance[domains=" + domains + ", userId=" + userId + "]";
    }
}
