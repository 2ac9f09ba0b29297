package dev.vesper.oidc.useragent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vesper.oidc.Configuration;
import dev.vesper.oidc.keys.ServiceKeys;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What we hand to the browser only to get it back: nobody reads it on the way, changes it, or uses it for something
 * else. AES-256-GCM, so that no pod has to remember anything.
 */
@Singleton
public final class SealedText {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ServiceKeys keys;
    private final RandomGenerator random;
    private final Clock clock;
    private final Duration lifetime;

    SealedText(ServiceKeys keys, RandomGenerator random, Clock clock, Configuration configuration) {
        this.keys = keys;
        this.random = random;
        this.clock = clock;
        this.lifetime = configuration.oidc().formLifetime();
    }

    /** @param context what it is for; it opens with the same alone */
    public String seal(String context, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String dated = clock.instant().getEpochSecond() + ":" + text;
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, dated.getBytes(UTF_8))
                .orElseThrow(() -> new IllegalStateException("every JDK has AES-GCM"));
        byte[] both = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, both, NONCE_BYTES, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** @return empty for anything but a sealed text of this context that is not too old */
    public Optional<String> open(String context, String sealed) {
        try {
            byte[] both = Base64.getUrlDecoder().decode(sealed);
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] secret = Arrays.copyOfRange(both, Math.min(NONCE_BYTES, both.length), both.length);
            return run(Cipher.DECRYPT_MODE, nonce, context, secret)
                    .map(plain -> new String(plain, UTF_8))
                    .flatMap(this::undated);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private Optional<String> undated(String dated) {
        int colon = dated.indexOf(':');
        Instant sealedAt = Instant.ofEpochSecond(Long.parseLong(dated.substring(0, colon)));
        return sealedAt.plus(lifetime).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(dated.substring(colon + 1));
    }

    private Optional<byte[]> run(int mode, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(keys.csrf().bytesOf("sealed-text"), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }
}
