package dev.vesper.simulation.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one transaction has changed, and what it sees: what is committed now, and its own. */
public final class Transaction {
    private static final long NONE = 0;

    private final Server server;
    private Map<Table, NavigableMap<Key, Optional<TableRow>>> writes = new LinkedHashMap<>();
    private Map<Table, NavigableMap<Key, Optional<TableRow>>> before = Map.of();
    private Map<Table, NavigableMap<Key, Optional<TableRow>>> savepoint = Map.of();
    private long xid = NONE;
    private long lockTimeoutNanos = Long.MAX_VALUE;
    private boolean failed;

    Transaction(Server server) {
        this.server = server;
    }

    public Server server() {
        return server;
    }

    /** Draws the transaction's id, the first time. */
    public long xid() {
        if (xid == NONE) {
            xid = server.drawXid();
        }
        return xid;
    }

    boolean hasXid() {
        return xid != NONE;
    }

    boolean hasFailed() {
        return failed;
    }

    void fail() {
        failed = true;
    }

    long lockTimeoutNanos() {
        return lockTimeoutNanos;
    }

    void setLockTimeoutNanos(long nanos) {
        lockTimeoutNanos = nanos;
    }

    /** A statement begins: what it does is undone should it have to wait. */
    void mark() {
        before = copyOf(writes);
    }

    void undo() {
        writes = copyOf(before);
    }

    void setSavepoint() {
        savepoint = copyOf(writes);
    }

    void returnToSavepoint() {
        writes = copyOf(savepoint);
        failed = false;
    }

    public Optional<TableRow> get(Table table, Object... key) {
        return find(table, Key.of(key));
    }

    public Collection<TableRow> rows(Table table) {
        return visible(table.committed(), writes.getOrDefault(table, new TreeMap<>()));
    }

    /** Those after the key. */
    public Collection<TableRow> rowsAfter(Table table, Object... key) {
        Key from = Key.of(key);
        return visible(
                table.committed().tailMap(from, false),
                writes.getOrDefault(table, new TreeMap<>()).tailMap(from, false));
    }

    public boolean insert(Table table, TableRow row) {
        return insert(table, row, false);
    }

    /** @return false where there is one already */
    public boolean insertIfAbsent(Table table, TableRow row) {
        return insert(table, row, true);
    }

    /** Replaces a row that this transaction has locked or made, or locks it. */
    public void put(Table table, TableRow row) {
        write(table, table.keyOf(row), row);
    }

    public void delete(Table table, TableRow row) {
        write(table, table.keyOf(row), null);
    }

    public boolean isLockedByOther(Table table, TableRow row) {
        return table.lockedBy(table.keyOf(row)).filter(holder -> holder != this).isPresent();
    }

    void advisory(long lock, boolean exclusive) {
        if (!server.advisoryLocks().take(lock, exclusive, this)) {
            throw new Blocked();
        }
    }

    void commit() {
        writes.forEach((table, rows) -> rows.forEach((key, row) -> row.ifPresentOrElse(
                written -> table.committed().put(key, written),
                () -> table.committed().remove(key))));
    }

    /** Not what a database does: a fault that splits one transaction into two. */
    public void commitSoFar() {
        commit();
    }

    /** What it wrote, for those who check each commit. */
    Map<Table, List<TableRow>> written() {
        Map<Table, List<TableRow>> written = new HashMap<>();
        writes.forEach((table, rows) -> written.put(
                table, rows.values().stream().flatMap(Optional::stream).toList()));
        return written;
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    private boolean insert(Table table, TableRow row, boolean ifAbsent) {
        Key key = table.keyOf(row);
        if (table.lockedBy(key).filter(holder -> holder != this).isPresent()) {
            throw new Blocked();
        }
        if (find(table, key).isPresent()) {
            if (ifAbsent) {
                return false;
            }
            throw Refusal.duplicateKey(table);
        }
        write(table, key, row);
        return true;
    }

    private Optional<TableRow> find(Table table, Key key) {
        Optional<TableRow> own = writes.getOrDefault(table, new TreeMap<>()).get(key);
        return own != null ? own : Optional.ofNullable(table.committed().get(key));
    }

    private void write(Table table, Key key, @Nullable TableRow row) {
        if (table.lockedBy(key).filter(holder -> holder != this).isPresent()) {
            throw new Blocked();
        }
        table.lock(key, this);
        writes.computeIfAbsent(table, _ -> new TreeMap<>()).put(key, Optional.ofNullable(row));
        xid();
    }

    private static Collection<TableRow> visible(Map<Key, TableRow> committed, Map<Key, Optional<TableRow>> own) {
        if (own.isEmpty()) {
            return List.copyOf(committed.values());
        }
        TreeMap<Key, TableRow> rows = new TreeMap<>(committed);
        own.forEach((key, row) -> row.ifPresentOrElse(written -> rows.put(key, written), () -> rows.remove(key)));
        return List.copyOf(rows.values());
    }

    private static Map<Table, NavigableMap<Key, Optional<TableRow>>> copyOf(
            Map<Table, NavigableMap<Key, Optional<TableRow>>> writes) {
        Map<Table, NavigableMap<Key, Optional<TableRow>>> copy = new LinkedHashMap<>();
        writes.forEach((table, rows) -> copy.put(table, new TreeMap<>(rows)));
        return copy;
    }
}
