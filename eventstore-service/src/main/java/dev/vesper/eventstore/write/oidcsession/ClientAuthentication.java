package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.Loader;
import dev.vesper.eventstore.write.project.ClientScope;

/**
 * Authenticates clients (RFC 6749, section 2.3), each only by the method that it is registered with.
 */
final class ClientAuthentication {
    private static final String NONE = "AUTH_METHOD_TYPE_NONE";

    private ClientAuthentication() {}

    /** @throws OAuthRefusal {@code invalid_client} */
    static ClientScope authenticate(Loader loader, String instanceId, ClientCredential credential) {
        ClientScope client =
                ClientScope.load(loader, instanceId, credential.clientId()).orElseThrow(OAuthRefusal::invalidClient);
        boolean byItsMethod = client.config().authMethodType().equals(credential.method());
        if (!byItsMethod || !client.isActive() || !provesItself(client, credential)) {
            throw OAuthRefusal.invalidClient();
        }
        return client;
    }

    /** Whether it has proved who it is, rather than only said so. */
    static boolean isConfidential(ClientScope client) {
        return !client.config().authMethodType().equals(NONE);
    }

    private static boolean provesItself(ClientScope client, ClientCredential credential) {
        return switch (credential.method()) {
            case NONE -> credential.secret().isEmpty();
            case "AUTH_METHOD_TYPE_BASIC", "AUTH_METHOD_TYPE_POST" -> {
                String hash = client.app().hashedSecret();
                yield hash != null && TokenHash.matches(credential.secret(), hash);
            }
            default -> false;
        };
    }
}
