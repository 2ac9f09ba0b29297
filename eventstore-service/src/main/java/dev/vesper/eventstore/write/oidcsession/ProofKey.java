package dev.vesper.eventstore.write.oidcsession;

import dev.vesper.events.AuthRequestEvent;
import dev.vesper.eventstore.crypto.TokenHash;
import dev.vesper.eventstore.write.project.ClientScope;
import java.util.regex.Pattern;

/** Proof key for code exchange (RFC 7636, section 4.6): S256 and nothing else. */
final class ProofKey {
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private ProofKey() {}

    /** @param verifier empty when the client sent none */
    static void check(AuthRequestEvent.Added request, String verifier, ClientScope client) {
        String challenge = request.codeChallenge();
        if (challenge == null) {
            checkAbsent(verifier, client);
            return;
        }
        boolean isS256 = "S256".equals(request.codeChallengeMethod());
        boolean matches = VERIFIER.matcher(verifier).matches() && TokenHash.matches(verifier, challenge);
        if (!isS256 || !matches) {
            throw OAuthRefusal.invalidGrant("The code verifier does not fit the code challenge.");
        }
    }

    /** A verifier without a challenge is a downgrade (RFC 9700, section 2.1.1), and a public client must have one. */
    private static void checkAbsent(String verifier, ClientScope client) {
        if (!verifier.isEmpty()) {
            throw OAuthRefusal.invalidGrant("A code verifier was sent for a request that had no code challenge.");
        }
        if (!ClientAuthentication.isConfidential(client)) {
            throw OAuthRefusal.invalidGrant("A client without a secret needs a code challenge.");
        }
    }
}
