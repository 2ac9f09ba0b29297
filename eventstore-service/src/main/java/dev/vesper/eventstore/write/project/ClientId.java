package dev.vesper.eventstore.write.project;

import java.util.Optional;

/** A client id names its app and project, so that the write side finds both without an index. */
public record ClientId(String appId, String projectId) {
    private static final char SEPARATOR = '-';

    /** @return empty for text that is no client id of ours */
    public static Optional<ClientId> parse(String text) {
        int separator = text.indexOf(SEPARATOR);
        if (separator <= 0 || separator == text.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new ClientId(text.substring(0, separator), text.substring(separator + 1)));
    }

    public String text() {
        return appId + SEPARATOR + projectId;
    }
}
