package dev.vesper.eventstore.write.policy;

import dev.vesper.events.Policy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one owner rules. */
public record Policies(Map<Policy.Kind, Policy> byKind) {
    public static final Policies NONE = new Policies(Map.of());

    public Policies with(Policy policy) {
        Map<Policy.Kind, Policy> all = new HashMap<>(byKind);
        all.put(policy.kind(), policy);
        return new Policies(Map.copyOf(all));
    }

    public Policies without(Policy.Kind kind) {
        Map<Policy.Kind, Policy> all = new HashMap<>(byKind);
        all.remove(kind);
        return new Policies(Map.copyOf(all));
    }

    public Optional<Policy> find(Policy.Kind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
