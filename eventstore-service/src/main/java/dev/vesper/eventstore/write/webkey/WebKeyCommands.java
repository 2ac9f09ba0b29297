package dev.vesper.eventstore.write.webkey;

import dev.vesper.eventstore.write.AdminCaller;
import dev.vesper.eventstore.write.Written;

/**
 * What an admin may do with signing keys. Each throws {@link dev.vesper.eventstore.write.CommandRejected}; repeating a
 * change that holds already is a success that writes nothing.
 */
public interface WebKeyCommands {
    /**
     * @param algorithm JWS; empty for RS256
     * @param bits of an RSA key; 0 for the default
     */
    KeyCreated create(AdminCaller caller, String algorithm, int bits);

    /** From now on it signs instead of the one of the same algorithm that did. */
    Written activate(AdminCaller caller, String keyId);

    Written deactivate(AdminCaller caller, String keyId);

    Written remove(AdminCaller caller, String keyId);

    record KeyCreated(String keyId, Written written) {}
}
