package dev.vesper.eventstore.write.usercheck;

/** @param failures wrong passwords since the last right one */
public record UserCheckState(int failures) {
    /**
     * Whether one more failure locks the user.
     *
     * @param maxAttempts 0: never
     */
    public boolean nextFailureLocks(int maxAttempts) {
        return maxAttempts > 0 && failures + 1 >= maxAttempts;
    }
}
