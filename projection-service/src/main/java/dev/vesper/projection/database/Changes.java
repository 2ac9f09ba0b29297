package dev.vesper.projection.database;

import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that are sent together, the same statement for many rows at once. What has one key stays in order; changes of
 * different keys may change places, so that few groups come out.
 */
public final class Changes {
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Integer> latestOfStatement = new HashMap<>();
    private final Map<String, Integer> latestOfKey = new HashMap<>();

    /** @param key of the event; events of one key are applied in the order in which they are added */
    public void add(String key, Change change) {
        if (change.isNone()) {
            return;
        }
        int earliest = latestOfKey.getOrDefault(key, 0);
        int index = latestOfStatement.getOrDefault(change.sql(), -1);
        if (index < earliest) {
            index = groups.size();
            groups.add(new Group(change.sql(), new ArrayList<>()));
            latestOfStatement.put(change.sql(), index);
        }
        groups.get(index).parameters().add(change.parameters());
        latestOfKey.put(key, index);
    }

    List<Group> groups() {
        return groups;
    }

    /** One statement with the parameters of each of its runs. */
    record Group(String sql, List<Tuple> parameters) {}
}
