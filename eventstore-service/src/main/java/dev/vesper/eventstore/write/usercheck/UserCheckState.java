package dev.vesper.eventstore.write.usercheck;

import java.util.HashMap;
import java.util.Map;

/**
 * @param failures wrong passwords since the last right one
 * @param wrongCodes wrong tries by code
 * @param totpStep the newest time step (RFC 6238) whose code was brought; 0 for none
 */
public record UserCheckState(int failures, Map<String, Integer> wrongCodes, long totpStep) {
    /**
     * Whether one more failure locks the user.
     *
     * @param maxAttempts 0: never
     */
    public boolean nextFailureLocks(int maxAttempts) {
        return maxAttempts > 0 && failures + 1 >= maxAttempts;
    }

    public int wrongTries(String codeId) {
        return wrongCodes.getOrDefault(codeId, 0);
    }

    UserCheckState withFailures(int now) {
        return new UserCheckState(now, wrongCodes, totpStep);
    }

    UserCheckState withWrongTry(String codeId) {
        Map<String, Integer> all = new HashMap<>(wrongCodes);
        all.merge(codeId, 1, Integer::sum);
        return new UserCheckState(failures, Map.copyOf(all), totpStep);
    }

    UserCheckState withTotpStep(long step) {
        return new UserCheckState(failures, wrongCodes, step);
    }
}
