package dev.vesper.internal;

import io.grpc.CallCredentials;
import io.grpc.Metadata;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A credential per service, derived from the shared one by HMAC-SHA-256 over the service's name, so that a caller names
 * itself and cannot pass for another by changing the name alone.
 */
public final class InternalCredentials {
    /** Callers that name themselves rightly are few; whoever makes names up does not fill memory. */
    private static final int MAX_KNOWN = 100;

    private final byte[] shared;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** @param shared the value of {@code vesper.internal.credential}, at least 16 characters */
    public InternalCredentials(String shared) {
        if (shared.length() < 16) {
            throw new IllegalArgumentException("vesper.internal.credential must have at least 16 characters");
        }
        this.shared = shared.getBytes(StandardCharsets.UTF_8);
    }

    /** What a client attaches to its stub with {@code withCallCredentials}. */
    public CallCredentials of(String service) {
        String credential = derive(service);
        return new CallCredentials() {
            @Override
            public void applyRequestMetadata(RequestInfo info, Executor executor, MetadataApplier applier) {
                Metadata metadata = new Metadata();
                metadata.put(InternalCaller.SERVICE, service);
                metadata.put(InternalCaller.CREDENTIAL, credential);
                applier.apply(metadata);
            }
        };
    }

    /** @throws io.grpc.StatusRuntimeException UNAUTHENTICATED without the right credential */
    InternalCaller check(Metadata metadata) {
        String service = metadata.get(InternalCaller.SERVICE);
        String credential = metadata.get(InternalCaller.CREDENTIAL);
        if (service == null || credential == null || !isRight(service, credential)) {
            throw Status.UNAUTHENTICATED
                    .withDescription("internal calls need the internal credential (vesper.internal.credential)")
                    .asRuntimeException();
        }
        return new InternalCaller(service);
    }

    private boolean isRight(String service, String credential) {
        String remembered = known.get(service);
        if (remembered != null) {
            return equal(credential, remembered);
        }
        String right = derive(service);
        boolean isRight = equal(credential, right);
        if (isRight && known.size() < MAX_KNOWN) {
            known.put(service, right);
        }
        return isRight;
    }

    private String derive(String service) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(shared, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(service.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
