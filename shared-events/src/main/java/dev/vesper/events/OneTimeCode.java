package dev.vesper.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all events have in common that add a code which a person is to bring back. */
public interface OneTimeCode {
    /** Tells the code from those before and after it; wrong tries count for this one alone. */
    String codeId();

    /** Null for a reader of Kafka, where codes never are, and once the person is removed. */
    @Nullable
    String code();

    /** When it is no longer good. */
    Instant expiry();

    /** The caller has the code already, so no message is to be made. */
    boolean codeReturned();

    /** The link in the message, with {@code {{.Code}}} and others to be filled in; null for the default one. */
    @Nullable
    String urlTmpl();

    /** The public origin at which it was asked for; null when none was. */
    @Nullable
    String triggerOrigin();
}
