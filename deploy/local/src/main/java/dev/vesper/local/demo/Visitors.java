package dev.vesper.local.demo;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** All browsers that were here lately, by the key in their cookie, and the open pages that want to hear of a change. */
final class Visitors {
    private static final int MOST = 1000;

    private final Map<String, Visitor> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Visitor> eldest) {
            return size() > MOST;
        }
    };
    private final Map<String, Set<Semaphore>> watchers = new LinkedHashMap<>();

    synchronized Visitor get(String key) {
        return byKey.getOrDefault(key, new Visitor.Stranger());
    }

    synchronized void put(String key, Visitor visitor) {
        var before = byKey.put(key, visitor);
        if (!visitor.equals(before)) {
            watchers.getOrDefault(key, Set.of()).forEach(Semaphore::release);
        }
    }

    /** Ends what the logout token ends; answers how many browsers it concerned. */
    synchronized int tell(LogoutNotice notice) {
        int concerned = 0;
        // A copy, because this map changes its order even when it is read.
        for (var entry : Map.copyOf(byKey).entrySet()) {
            var after = entry.getValue().told(notice);
            if (after != entry.getValue()) {
                put(entry.getKey(), after);
                concerned++;
            }
        }
        return concerned;
    }

    /** A semaphore that gets a permit with each change; {@link #unwatch} is due in the end. */
    synchronized Semaphore watch(String key) {
        var changes = new Semaphore(0);
        watchers.computeIfAbsent(key, any -> new HashSet<>()).add(changes);
        return changes;
    }

    synchronized void unwatch(String key, Semaphore changes) {
        var remaining = watchers.getOrDefault(key, Set.of());
        remaining.remove(changes);
        if (remaining.isEmpty()) {
            watchers.remove(key);
        }
    }
}
