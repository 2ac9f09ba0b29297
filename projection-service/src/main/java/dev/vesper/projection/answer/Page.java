package dev.vesper.projection.answer;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * One page of a list that is ordered by creation and id. The token names the last row of the page before, so that rows that
 * come and go neither repeat nor hide others.
 *
 * @param limit rows to ask for: one more than the page has, to know whether another follows
 * @param date of the row after which the page begins
 * @param id of that row
 */
public record Page(int limit, Instant date, String id) {
    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 1_000;
    private static final Instant BEFORE_ALL = Instant.EPOCH;
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

    /** Oldest first. */
    public static Page ascending(int pageSize, String pageToken) {
        return of(pageSize, pageToken, BEFORE_ALL);
    }

    /** Newest first. */
    public static Page descending(int pageSize, String pageToken) {
        return of(pageSize, pageToken, AFTER_ALL);
    }

    public int size() {
        return limit - 1;
    }

    /** The token of the page that follows the row. */
    public static String tokenAfter(OffsetDateTime date, String id) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, date.toInstant());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    private static Page of(int pageSize, String pageToken, Instant start) {
        if (pageSize < 0 || pageSize > LARGEST_SIZE) {
            throw Refusals.badField("pageSize", "must be between 1 and " + LARGEST_SIZE + ", or absent");
        }
        int limit = 1 + (pageSize == 0 ? DEFAULT_SIZE : pageSize);
        return pageToken.isEmpty() ? new Page(limit, start, "") : after(limit, pageToken);
    }

    private static Page after(int limit, String pageToken) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(pageToken), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            long micros = Long.parseLong(text.substring(0, Math.max(colon, 0)));
            Instant date = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            if (date.atOffset(ZoneOffset.UTC).getYear()
                    > AFTER_ALL.atOffset(ZoneOffset.UTC).getYear()) {
                throw new IllegalArgumentException("a date that no row has");
            }
            return new Page(limit, date, text.substring(colon + 1));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Refusals.badField("pageToken", "is not one that an earlier page gave");
        }
    }
}
