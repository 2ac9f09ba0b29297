package dev.vesper.eventstore.write.user.machine;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vesper.eventstore.write.CommandRejected;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** RSA keys as machines hold them. */
final class MachineKeys {
    private static final int BITS = 2048;
    private static final int MOST_BITS = 8192;
    private static final int LONGEST_PEM = 4096;
    private static final int PEM_LINE = 64;
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final JsonMapper JSON = new JsonMapper();

    private MachineKeys() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    static String publicPem(KeyPair pair) {
        return pem(PUBLIC, pair.getPublic());
    }

    /** As the reference system's libraries read it. */
    static String content(KeyPair pair, String keyId, String userId) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("type", "serviceaccount");
        content.put("keyId", keyId);
        content.put("key", pem(PRIVATE, pair.getPrivate()));
        content.put("userId", userId);
        return JSON.valueToTree(content).toString();
    }

    /** @return the same key, written as we write it */
    static String checked(String pem) {
        if (pem.length() > LONGEST_PEM) {
            throw invalid("must have at most " + LONGEST_PEM + " characters");
        }
        String body = pem.strip()
                .replaceFirst("^-----BEGIN " + PUBLIC + "-----", "")
                .replaceFirst("-----END " + PUBLIC + "-----$", "");
        try {
            var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body));
            if (KeyFactory.getInstance("RSA").generatePublic(spec) instanceof RSAPublicKey key) {
                int bits = key.getModulus().bitLength();
                if (bits < BITS || bits > MOST_BITS) {
                    throw invalid("must have " + BITS + " to " + MOST_BITS + " bits");
                }
                return pem(PUBLIC, key);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw invalid("must be an RSA public key as PEM");
        }
        throw invalid("must be an RSA public key as PEM");
    }

    private static String pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static CommandRejected invalid(String problem) {
        return CommandRejected.invalid("INVALID_KEY", "publicKey", "publicKey " + problem + ".");
    }
}
