package dev.vesper.simulation.database;

import dev.vesper.simulation.scheduling.Host;
import dev.vesper.simulation.scheduling.Scheduler;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The database server: its tables, its open transactions, and its clock, which is a host's like any other. */
public final class Server {
    private final Host host;
    private final Statements statements;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Transaction> open = new ArrayList<>();
    private final List<CommitCheck> checks = new ArrayList<>();
    private final AdvisoryLocks advisoryLocks = new AdvisoryLocks();
    private final Weather weather;
    private long nextXid = 100;
    private long ended;

    /** Is told of every commit, right after it. */
    @FunctionalInterface
    public interface CommitCheck {
        void committed(Map<Table, List<TableRow>> written);
    }

    public Server(Host host, Statements statements, Weather weather) {
        this.host = host;
        this.statements = statements;
        this.weather = weather;
        Schema.create(this);
    }

    public Table table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    public void check(CommitCheck check) {
        checks.add(check);
    }

    /** The server's wall clock. */
    public OffsetDateTime now() {
        return host.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** Below it every transaction has ended. */
    public long snapshotXmin() {
        return open.stream()
                .filter(Transaction::hasXid)
                .mapToLong(Transaction::xid)
                .min()
                .orElse(nextXid);
    }

    public Statements statements() {
        return statements;
    }

    /** One statement, at once and with nobody else about. */
    public Result runAlone(String text, Tuple parameters) {
        Transaction transaction = begin();
        Result result = statements.body(statements.nameOf(text)).run(transaction, new Arguments(parameters));
        commit(transaction);
        return result;
    }

    Scheduler scheduler() {
        return host.scheduler();
    }

    Weather weather() {
        return weather;
    }

    AdvisoryLocks advisoryLocks() {
        return advisoryLocks;
    }

    void createTable(String name, String... key) {
        tables.put(name, new Table(name, key));
    }

    long drawXid() {
        return nextXid++;
    }

    Transaction begin() {
        Transaction transaction = new Transaction(this);
        open.add(transaction);
        return transaction;
    }

    void commit(Transaction transaction) {
        transaction.commit();
        end(transaction);
        if (!transaction.isEmpty()) {
            Map<Table, List<TableRow>> written = transaction.written();
            checks.forEach(check -> check.committed(written));
        }
    }

    void rollBack(Transaction transaction) {
        end(transaction);
    }

    /** Grows whenever a transaction ends, so that those who wait for one know when to look again. */
    long ended() {
        return ended;
    }

    private void end(Transaction transaction) {
        open.remove(transaction);
        advisoryLocks.release(transaction);
        tables.values().forEach(table -> table.unlock(transaction));
        ended++;
    }
}
