package dev.vesper.eventstore.write.oidcsession;

/**
 * What a client presented to authenticate itself.
 *
 * @param method how it did, as the registration calls it: {@code AUTH_METHOD_TYPE_BASIC}
 * @param secret empty without one
 */
public record ClientCredential(String clientId, String method, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "ClientCredential[clientId=" + clientId + ", method=" + method + "]";
    }
}
