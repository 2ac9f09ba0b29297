package dev.vesper.simulation.broker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who reads which partition. A member whose process is paused or dead loses its share after a while, and knows it last. */
final class Group {
    private final Broker broker;
    private final Map<SimulatedConsumer, Long> lastSeen = new LinkedHashMap<>();
    private final Map<SimulatedConsumer, Set<Integer>> shares = new LinkedHashMap<>();
    private int generation;

    Group(Broker broker) {
        this.broker = broker;
    }

    int generation() {
        return generation;
    }

    /** A sign of life; the first makes it a member. */
    void beat(SimulatedConsumer member) {
        long now = broker.scheduler().nanos();
        boolean isNew = lastSeen.put(member, now) == null;
        boolean lost = lastSeen.entrySet()
                .removeIf(known -> known.getKey().isSilent()
                        && now > known.getValue() + known.getKey().sessionNanos());
        if (isNew || lost) {
            share();
        }
    }

    void leave(SimulatedConsumer member) {
        if (lastSeen.remove(member) != null) {
            share();
        }
    }

    Set<Integer> shareOf(SimulatedConsumer member) {
        return shares.getOrDefault(member, Set.of());
    }

    private void share() {
        generation++;
        shares.clear();
        List<SimulatedConsumer> members = new ArrayList<>(lastSeen.keySet());
        for (int partition = 0; partition < broker.partitions() && !members.isEmpty(); partition++) {
            shares.computeIfAbsent(members.get(partition % members.size()), _ -> new TreeSet<>())
                    .add(partition);
        }
    }
}
