package dev.vesper.projection.database;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Our types as the database has them. */
final class Parameters {
    private Parameters() {}

    static @Nullable Object toDatabase(@Nullable Object value) {
        return switch (value) {
            case Instant time -> time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            case Duration duration -> duration.toMillis();
            case List<?> texts -> texts.toArray(String[]::new);
            case null, default -> value;
        };
    }
}
