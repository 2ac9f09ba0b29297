package dev.vesper.eventstore.write.user.human;

import org.jspecify.annotations.Nullable;

/** An e-mail address or a phone number; null for none. */
public record Contact(@Nullable String value, boolean verified) {
    static final Contact NONE = new Contact(null, false);

    Contact asVerified() {
        return new Contact(value, true);
    }
}
