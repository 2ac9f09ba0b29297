package dev.vesper.oidc.endsession;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a sign-out is about. The wider ones come later. */
enum LogoutScope {
    /** This person, in this browser. */
    PERSON,
    /** Everyone in this browser. */
    BROWSER,
    /** This person, on all devices. */
    EVERYWHERE;

    /** The request parameter, and an extension of ours: RP-Initiated Logout 1.0 has no word for it. */
    static final String PARAMETER = "logout_scope";

    static Optional<LogoutScope> find(String name) {
        return Stream.of(values())
                .filter(scope -> scope.wireName().equals(name))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it reaches somebody or something that the other does not. */
    boolean exceeds(LogoutScope other) {
        return this != other && this != PERSON;
    }
}
