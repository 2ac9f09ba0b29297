package dev.vesper.eventstore.write.member;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of one aggregate.
 *
 * @param touched whether there ever was one, gone or not
 * @param roles by member
 */
public record Members(boolean touched, Map<String, List<String>> roles) {
    static final Members NONE = new Members(false, Map.of());

    public List<String> rolesOf(String member) {
        return roles.getOrDefault(member, List.of());
    }

    Members with(String member, List<String> now) {
        Map<String, List<String>> all = new HashMap<>(roles);
        if (now.isEmpty()) {
            all.remove(member);
        } else {
            all.put(member, List.copyOf(now));
        }
        return new Members(true, Map.copyOf(all));
    }

    boolean isLast(String member, Role role) {
        return rolesOf(member).contains(role.name())
                && roles.values().stream()
                                .filter(held -> held.contains(role.name()))
                                .count()
                        == 1;
    }
}
