package dev.vesper.eventstore.sql;

import java.sql.SQLException;

/** What the database, or the way to it, said instead of an answer. */
public final class SqlFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sqlState;

    SqlFailed(SQLException cause) {
        super(cause.getMessage(), cause);
        String state = cause.getSQLState();
        this.sqlState = state == null ? "" : state;
    }

    /** As in PostgreSQL's appendix "Error Codes"; empty where there is none. */
    public String sqlState() {
        return sqlState;
    }
}
