package dev.vesper.eventstore.write.webkey;

import java.util.Set;

/** By what an instance can sign. */
public interface SigningAlgorithms {
    /** JWS algorithms of the keys that sign now. */
    Set<String> active(String instanceId);
}
