package dev.vesper.simulation.database;

import dev.vesper.simulation.platform.Adapter;
import dev.vesper.simulation.rewriting.InsteadOf;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.Properties;
import java.util.concurrent.Executor;

/** Plain JDBC, as far as the writers of the log use it. */
public final class JdbcDriver {
    private JdbcDriver() {}

    @InsteadOf(DriverManager.class)
    public static Connection getConnection(String url, Properties properties) {
        return Adapter.of(Connection.class, new Open(Driver.current().backend()));
    }

    /** A connection that blocks its owner. */
    public static final class Open {
        private final Backend backend;

        private Open(Backend backend) {
            this.backend = backend;
        }

        public PreparedStatement prepareStatement(String texts) {
            return Adapter.of(PreparedStatement.class, new JdbcStatements(backend, texts));
        }

        public Array createArrayOf(String type, Object[] elements) {
            return Adapter.of(Array.class, new Elements(elements));
        }

        public void abort(Executor executor) {
            backend.breakOff();
        }

        public void close() {
            backend.close();
        }
    }

    /** An array on its way to the server. */
    public static final class Elements {
        private final Object[] elements;

        private Elements(Object[] elements) {
            this.elements = elements;
        }

        public Object getArray() {
            return elements;
        }
    }
}
