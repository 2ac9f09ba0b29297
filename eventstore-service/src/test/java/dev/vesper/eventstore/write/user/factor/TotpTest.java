package dev.vesper.eventstore.write.user.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238. */
final class TotpTest {
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void appendix_b_gives_these_codes(long seconds, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void section_5_2_a_code_of_the_step_before_or_after_is_taken_and_no_other() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        String code = Totp.code(SECRET, now);
        assertThat(Totp.match(SECRET, code, now.plusSeconds(30), 0)).hasValue(1_111_111_109 / 30);
        assertThat(Totp.match(SECRET, code, now.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.match(SECRET, code, now.plusSeconds(61), 0)).isEmpty();
        assertThat(Totp.match(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    void section_5_2_a_code_is_not_taken_twice() {
        Instant now = Instant.ofEpochSecond(1_111_111_109);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, now), now, now.getEpochSecond() / 30))
                .isEmpty();
    }

    @Test
    void secrets_are_written_as_rfc_4648_has_it() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(secret)).isEqualTo(SECRET);
        assertThat(Base32.decode(SECRET)).isEqualTo(secret);
        assertThat(Base32.encode("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    }

    @Test
    void names_are_encoded_in_what_a_qr_code_holds() {
        assertThat(Totp.uri("my issuer", "ada@example.com", "ABC"))
                .isEqualTo("otpauth://totp/my%20issuer:ada%40example.com?secret=ABC&issuer=my%20issuer"
                        + "&algorithm=SHA1&digits=6&period=30");
    }
}
