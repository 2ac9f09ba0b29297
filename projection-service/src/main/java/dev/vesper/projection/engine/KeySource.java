package dev.vesper.projection.engine;

import java.util.Map;
import java.util.Set;

/** The keys of people, to open the sealed fields of events. */
public interface KeySource {
    /**
     * @return by user id; a destroyed key is absent
     * @throws LogUnavailable when nobody answers
     */
    Map<String, byte[]> find(String instanceId, Set<String> userIds);
}
