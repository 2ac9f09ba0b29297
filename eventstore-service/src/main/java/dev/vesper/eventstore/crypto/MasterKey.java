package dev.vesper.eventstore.crypto;

import dev.vesper.events.AesGcm;
import dev.vesper.events.EncryptedValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one key that everything secret hangs on. Only eventstore-service has it. It is never used itself: each purpose has
 * a key of its own, derived by HKDF-SHA-256 (RFC 5869).
 */
public final class MasterKey {
    public static final int BYTES = 32;

    private static final String WRAPPING = "wrap";
    private static final String UNIQUE_FIELDS = "unique-fields";

    private final byte[] key;
    private final String keyId;
    private final byte[] wrapping;
    private final byte[] uniqueFields;

    /** @param base64 of 32 bytes; the message of a refusal never shows it */
    public MasterKey(String base64) {
        this.key = decode(base64.strip());
        this.wrapping = derive(WRAPPING);
        this.uniqueFields = derive(UNIQUE_FIELDS);
        this.keyId = HexFormat.of().formatHex(derive("key-id"), 0, 8);
    }

    /** @return 32 bytes for this purpose alone */
    public byte[] derive(String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key)
                            .thenExpand(("vesper/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 25 has HKDF-SHA-256", e);
        }
    }

    /** @param context bound to the value, so that it opens in its own place only */
    public EncryptedValue wrap(String plain, String context) {
        return AesGcm.encrypt(wrapping, keyId, plain, context);
    }

    /** @throws IllegalArgumentException when this is not the master key that wrapped it, or the place is another */
    public String unwrap(EncryptedValue wrapped, String context) {
        return AesGcm.decrypt(wrapping, wrapped, context);
    }

    /** What stands for personal text in a unique constraint: HMAC-SHA-256, so that the table holds no names. */
    public String blind(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(uniqueFields, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    private static byte[] decode(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("vesper.keys.master-key is not base64");
        }
        throw new IllegalArgumentException("vesper.keys.master-key must be base64 of " + BYTES + " bytes");
    }
}
