package dev.vesper.eventstore.olddata;

import dev.vesper.eventstore.log.AggregateId;
import dev.vesper.eventstore.log.Partitions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the log with the old table, row for row by count and checksum of each aggregate type, and checks what the log
 * promises its readers. It changes nothing and locks nothing.
 */
final class Verification {
    private final OldDataSession session;
    private final Partitions partitions;
    private final OldDataSettings settings;
    private final Progress progress;

    Verification(OldDataSession session, Partitions partitions, OldDataSettings settings, Progress progress) {
        this.session = session;
        this.partitions = partitions;
        this.settings = settings;
        this.progress = progress;
    }

    /** @return what is wrong, in words; empty when everything is as it should be */
    List<String> problems() throws SQLException {
        List<String> problems = new ArrayList<>(differences());
        for (String check : List.of("list_falls", "list_gaps_in_rank", "list_wrong_heads")) {
            problems.addAll(session.texts(check, settings.namedRows()));
        }
        problems.addAll(wrongPartitions());
        progress.say(
                ("  order, ranks, heads and partitions were checked; %d events stand behind their own time, because the clock"
                                + " had gone back within their aggregate")
                        .formatted(session.number("count_moved")));
        return problems;
    }

    private List<String> differences() throws SQLException {
        List<Sums> sums = session.list("compare_sums", Sums::of);
        sums.forEach(sum -> progress.say("  %-24s %,14d old %,14d new  %s"
                .formatted(
                        sum.aggregateType(),
                        sum.oldRows(),
                        sum.newRows(),
                        sum.same() ? "same checksum " + sum.oldChecksum() : "DIFFERS")));
        String[] differing = sums.stream()
                .filter(sum -> !sum.same())
                .map(Sums::aggregateType)
                .toArray(String[]::new);
        if (differing.length == 0) {
            return List.of();
        }
        List<String> problems =
                new ArrayList<>(session.texts("list_differences", differing, differing, settings.namedRows()));
        problems.add("counts or checksums differ for " + String.join(", ", differing));
        return problems;
    }

    private List<String> wrongPartitions() throws SQLException {
        List<String> wrong = new ArrayList<>();
        session.inTransaction(() -> session.list("read_keys_with_partition", row -> {
            AggregateId key = new AggregateId(row.getString(1), "", row.getString(2));
            if (partitions.of(key) != row.getInt(3) && wrong.size() < settings.namedRows()) {
                wrong.add(key.key() + " stands in partition " + row.getInt(3) + ", not " + partitions.of(key));
            }
            return true;
        }));
        return wrong;
    }

    private record Sums(String aggregateType, long oldRows, long newRows, String oldChecksum, String newChecksum) {
        static Sums of(ResultSet row) throws SQLException {
            return new Sums(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5));
        }

        boolean same() {
            return oldRows == newRows && oldChecksum.equals(newChecksum);
        }
    }
}
