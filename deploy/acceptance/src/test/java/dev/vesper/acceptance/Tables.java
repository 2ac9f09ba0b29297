package dev.vesper.acceptance;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The database, as its operator sees it. */
final class Tables implements AutoCloseable {
    private final Connection connection;

    /** @param url {@code postgresql://user:password@host:port/database} */
    Tables(String url) {
        URI uri = URI.create(url);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://%s:%d%s?user=postgres&password=postgres"
                .formatted(uri.getHost(), uri.getPort(), uri.getPath()));
        try {
            this.connection = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String... statements) {
        for (String statement : statements) {
            try (var run = connection.createStatement()) {
                run.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(statement, e);
            }
        }
    }

    List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        try (var run = connection.createStatement();
                var rows = run.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** What a schema's tables, their indexes and their long values lie in. */
    List<Path> files(String schema, Path data) {
        return texts("""
                        WITH own AS (
                            SELECT oid, reltoastrelid FROM pg_class
                            WHERE relnamespace = '%s'::regnamespace AND relkind IN ('r', 'i', 'm'))
                        SELECT pg_relation_filepath(oid) FROM own
                        UNION ALL
                        SELECT pg_relation_filepath(reltoastrelid) FROM own WHERE reltoastrelid <> 0
                        """.formatted(schema)).stream().map(data::resolve).toList();
    }

    /** Writes everything back, and leaves no more of the write-ahead log behind than a crash would need. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            run("SELECT pg_switch_wal()", "CHECKPOINT");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
