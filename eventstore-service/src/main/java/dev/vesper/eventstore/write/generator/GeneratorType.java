package dev.vesper.eventstore.write.generator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of codes, with the settings that hold until an instance has its own. They are those of the reference system. */
public enum GeneratorType {
    INIT_CODE(6, Duration.ofDays(3), false, true),
    VERIFY_EMAIL_CODE(6, Duration.ofHours(1), false, true),
    VERIFY_PHONE_CODE(6, Duration.ofHours(1), false, true),
    PASSWORD_RESET_CODE(6, Duration.ofHours(1), false, true),
    INVITE_CODE(6, Duration.ofDays(3), false, true),
    PASSWORDLESS_INIT_CODE(12, Duration.ofHours(1), true, true),
    OTP_SMS(8, Duration.ofMinutes(5), false, false),
    OTP_EMAIL(8, Duration.ofMinutes(5), false, false);

    private final int length;
    private final Duration expiry;
    private final boolean lower;
    private final boolean upper;

    GeneratorType(int length, Duration expiry, boolean lower, boolean upper) {
        this.length = length;
        this.expiry = expiry;
        this.lower = lower;
        this.upper = upper;
    }

    GeneratorSettings byDefault() {
        return new GeneratorSettings(length, expiry, lower, upper, true, false);
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<GeneratorType> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }
}
