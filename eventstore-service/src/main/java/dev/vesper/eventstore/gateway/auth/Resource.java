package dev.vesper.eventstore.gateway.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What belongs to an organisation, by the name that its id has in every request. */
public enum Resource {
    ORG,
    PROJECT,
    USER,
    SESSION,
    NOTIFICATION;

    /** Of its aggregate. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Resource> ofField(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.equals(kind.type() + "_id"))
                .findFirst();
    }
}
