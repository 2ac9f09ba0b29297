package dev.vesper.eventstore.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CryptoTest {
    private static final MasterKey KEY = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));
    private static final byte[] ONE = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    };

    @Test
    void each_purpose_has_a_key_of_its_own_that_never_changes() {
        assertThat(KEY.derive("csrf")).hasSize(32).isEqualTo(KEY.derive("csrf")).isNotEqualTo(KEY.derive("other"));
        var other = new MasterKey(Base64.getEncoder().encodeToString(ONE));
        assertThat(other.derive("csrf")).isNotEqualTo(KEY.derive("csrf"));
    }

    @Test
    void a_wrapped_value_opens_in_its_own_place_only() {
        var wrapped = KEY.wrap("secret", "here");
        assertThat(wrapped.crypted()).doesNotContain("secret");
        assertThat(KEY.unwrap(wrapped, "here")).isEqualTo("secret");
        assertThatThrownBy(() -> KEY.unwrap(wrapped, "there")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bad_master_key_is_refused_without_being_shown() {
        assertThatThrownBy(() -> new MasterKey("c2hvcnQ="))
                .hasMessageContaining("vesper.keys.master-key")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> new MasterKey("?")).hasMessageContaining("not base64");
    }

    @Test
    void a_blinded_text_is_the_same_each_time_and_shows_nothing() {
        assertThat(KEY.blind("ada"))
                .isEqualTo(KEY.blind("ada"))
                .isNotEqualTo(KEY.blind("bob"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void a_password_hash_is_a_phc_string_and_fits_its_password_only() {
        try (Passwords passwords = TestKeys.passwords()) {
            String hash = passwords.hash("correct horse");
            assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
            assertThat(passwords.verify("correct horse", hash)).isTrue();
            assertThat(passwords.verify("wrong horse", hash)).isFalse();
            assertThat(passwords.verify("secret", "secret"))
                    .as("what Kafka holds in place of a hash")
                    .isFalse();
            assertThat(passwords.hash("correct horse")).isNotEqualTo(hash);
        }
    }

    @Test
    void a_hash_that_another_library_made_is_understood() {
        // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 (version 19).
        String known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        try (Passwords passwords = TestKeys.passwords()) {
            assertThat(passwords.verify("password", known)).isTrue();
        }
    }

    @Test
    void a_signing_key_keeps_its_private_part_wrapped() throws Exception {
        SigningKeys keys = new SigningKeys(KEY);
        for (String algorithm : List.of("RS256", "ES256")) {
            var key = keys.generate(algorithm, "k1");
            assertThat(JWK.parse(key.publicKey()).isPrivate()).isFalse();
            assertThat(JWK.parse(keys.open(key.privateKey(), "k1")).toPublicJWK())
                    .isEqualTo(JWK.parse(key.publicKey()));
            assertThat(JWK.parse(key.publicKey()).getKeyID()).isEqualTo("k1");
        }
        assertThatThrownBy(() -> keys.generate("none", "k1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_opaque_token_gives_back_its_parts() {
        String token = OpaqueToken.of("vr_", "session", "id", "secret");
        assertThat(OpaqueToken.parse("vr_", token, 3)).contains(List.of("session", "id", "secret"));
        assertThat(OpaqueToken.parse("vc_", token, 3)).isEmpty();
        assertThat(OpaqueToken.parse("vr_", token, 2)).isEmpty();
        assertThat(OpaqueToken.parse("vr_", "vr_%%%", 3)).isEmpty();
    }

    @Test
    void a_destroyed_user_key_never_comes_back() {
        UserKeys keys = TestKeys.userKeys(KEY, new Random(7));
        keys.create("i1", "u1");
        byte[] first = keys.find("i1", "u1").orElseThrow();
        keys.create("i1", "u1");
        assertThat(keys.find("i1", "u1"))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(first));
        keys.destroy("i1", "u1");
        assertThat(keys.find("i1", "u1")).isEmpty();
    }

    @Test
    void random_tokens_hold_32_bytes() {
        assertThat(Base64.getUrlDecoder().decode(new RandomTokens(new SecureRandom()).next()))
                .hasSize(32);
    }
}
