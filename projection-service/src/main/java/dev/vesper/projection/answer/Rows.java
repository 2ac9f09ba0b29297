package dev.vesper.projection.answer;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.vesper.proto.admin.v1.Details;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns as the messages have them. */
public final class Rows {
    private Rows() {}

    /** @return empty text for NULL */
    public static String text(Row row, String column) {
        String value = row.getString(column);
        return value == null ? "" : value;
    }

    public static List<String> texts(Row row, String column) {
        String[] values = row.getArrayOfStrings(column);
        return values == null ? List.of() : List.of(values);
    }

    /** Sets a time that the row has. */
    public static void time(Row row, String column, Consumer<Timestamp> setter) {
        OffsetDateTime value = row.getOffsetDateTime(column);
        if (value != null) {
            setter.accept(time(value));
        }
    }

    public static Timestamp time(OffsetDateTime value) {
        return Timestamp.newBuilder()
                .setSeconds(value.toEpochSecond())
                .setNanos(value.getNano())
                .build();
    }

    /** Sets a duration that the row has, in milliseconds. */
    public static void duration(Row row, String column, Consumer<Duration> setter) {
        Long millis = row.getLong(column);
        if (millis != null) {
            setter.accept(duration(millis));
        }
    }

    private static Duration duration(long millis) {
        return Duration.newBuilder()
                .setSeconds(Math.floorDiv(millis, 1_000L))
                .setNanos(Math.floorMod(millis, 1_000) * 1_000_000)
                .build();
    }

    /** Of the columns that every resource has. A read needs no consistency token. */
    public static Details details(Row row) {
        return Details.newBuilder()
                .setSequence(row.getLong("sequence"))
                .setCreationDate(time(row.getOffsetDateTime("creation_date")))
                .setChangeDate(time(row.getOffsetDateTime("change_date")))
                .setResourceOwner(row.getString("resource_owner"))
                .build();
    }

    /**
     * The messages of one page.
     *
     * @param nextToken is set when another page follows
     */
    public static <T> List<T> page(
            Iterable<Row> rows, Page page, String idColumn, Function<Row, T> message, Consumer<String> nextToken) {
        List<T> messages = new ArrayList<>();
        @Nullable Row last = null;
        for (Row row : rows) {
            if (messages.size() == page.size() && last != null) {
                nextToken.accept(Page.tokenAfter(last.getOffsetDateTime("creation_date"), last.getString(idColumn)));
                return messages;
            }
            messages.add(message.apply(row));
            last = row;
        }
        return messages;
    }
}
