package dev.vesper.oidc.http;

import io.quarkus.qute.TemplateEnum;
import java.util.Locale;
import java.util.stream.Stream;

/** What is known of an app that is to be told of a sign-out. Each has a text in {@code messages/m.properties}. */
@TemplateEnum
public enum Told {
    PENDING,
    RETRYING,
    SENT,
    CANCELED,
    /** By a frame in this browser: what became of it, no browser says. */
    IN_BROWSER;

    /** @param state as the admin API has it; one that we do not know is still under way */
    public static Told ofState(String state) {
        return Stream.of(PENDING, RETRYING, SENT, CANCELED)
                .filter(told -> told.name().toLowerCase(Locale.ROOT).equals(state))
                .findFirst()
                .orElse(PENDING);
    }

    /** Whether nothing more will become of it. */
    public boolean isFinal() {
        return this == SENT || this == CANCELED || this == IN_BROWSER;
    }
}
