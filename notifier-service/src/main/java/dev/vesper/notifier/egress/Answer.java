package dev.vesper.notifier.egress;

import java.util.Optional;

/** What became of a call. */
public sealed interface Answer {
    /**
     * @param retryAfter the header of that name
     * @param body its beginning
     */
    record Answered(int status, Optional<String> retryAfter, String body) implements Answer {}

    /** The guard refused the address; nothing was sent. */
    record Refused(String why) implements Answer {}

    /** No answer: the name, the connection, TLS or the time failed. */
    record Failed(String why) implements Answer {}
}
