package dev.vesper.oidc.useragent;

import dev.vesper.events.ConsistencyToken;

/**
 * One browser, by its cookie.
 *
 * @param seen the writes that this browser has caused, so that its next question waits until they can be seen
 */
public record UserAgent(String id, ConsistencyToken seen) {

    /** @param consistencyToken as a command answered it */
    public UserAgent afterWrite(String consistencyToken) {
        return new UserAgent(id, seen.and(ConsistencyToken.decode(consistencyToken)));
    }
}
