package dev.vesper.simulation.database;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Committed rows by their key, and which open transaction has locked which of them. */
public final class Table {
    private final String name;
    private final List<String> key;
    private final TreeMap<Key, TableRow> committed = new TreeMap<>();
    private final Map<Key, Transaction> lockedBy = new HashMap<>();

    Table(String name, String... key) {
        this.name = name;
        this.key = List.of(key);
    }

    public String name() {
        return name;
    }

    Key keyOf(TableRow row) {
        return Key.of(key.stream().map(row::get).toArray());
    }

    /** What everybody sees. */
    public Collection<TableRow> rows() {
        return committed.values();
    }

    NavigableMap<Key, TableRow> committed() {
        return committed;
    }

    Optional<Transaction> lockedBy(Key key) {
        return Optional.ofNullable(lockedBy.get(key));
    }

    void lock(Key key, Transaction by) {
        lockedBy.put(key, by);
    }

    void unlock(Transaction by) {
        lockedBy.values().removeIf(holder -> holder == by);
    }
}
