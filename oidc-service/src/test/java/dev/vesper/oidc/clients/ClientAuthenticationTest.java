package dev.vesper.oidc.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vesper.oidc.http.OAuthProblem;
import dev.vesper.oidc.http.Parameters;
import dev.vesper.proto.internal.v1.ClientCredential;
import dev.vesper.proto.internal.v1.ClientCredential.Method;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 6749, section 2.3. */
final class ClientAuthenticationTest {
    @Test
    void rfc_6749_2_3_1_basic_is_form_decoded() {
        ClientCredential credential = read(basic("a%3Ab:p%25+%C3%BC"), "");

        assertThat(credential.getClientId()).isEqualTo("a:b");
        assertThat(credential.getSecret()).isEqualTo("p% ü");
        assertThat(credential.getMethod()).isEqualTo(Method.METHOD_BASIC);
    }

    @Test
    void rfc_6749_2_3_1_post_and_none() {
        assertThat(read("client_id=a&client_secret=b").getMethod()).isEqualTo(Method.METHOD_POST);
        assertThat(read("client_id=a").getMethod()).isEqualTo(Method.METHOD_NONE);
    }

    @Test
    void rfc_6749_2_3_more_than_one_method_is_an_invalid_request() {
        refused(400, "invalid_request", basic("a:b"), "client_id=a&client_secret=b");
    }

    @Test
    void a_client_id_beside_basic_must_be_the_same() {
        assertThat(read(basic("a:b"), "client_id=a").getClientId()).isEqualTo("a");
        refused(400, "invalid_request", basic("a:b"), "client_id=other");
    }

    @Test
    void nothing_broken_or_unsupported_is_an_invalid_client() {
        refused(401, "invalid_client", null, "");
        refused(401, "invalid_client", "Basic !!!", "");
        refused(401, "invalid_client", basic("no colon"), "");
        refused(401, "invalid_client", basic("a:%zz"), "");
        refused(401, "invalid_client", "Bearer x", "");
        refused(401, "invalid_client", null, "client_id=a&client_assertion=x");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    private static ClientCredential read(String form) {
        return ClientAuthentication.read(List.of(), Parameters.parse(form));
    }

    private static ClientCredential read(String header, String form) {
        return ClientAuthentication.read(List.of(header), Parameters.parse(form));
    }

    private static void refused(
            int status, String error, @org.jspecify.annotations.Nullable String header, String form) {
        assertThatExceptionOfType(OAuthProblem.class)
                .isThrownBy(() ->
                        ClientAuthentication.read(header == null ? List.of() : List.of(header), Parameters.parse(form)))
                .satisfies(problem -> {
                    assertThat(problem.error()).isEqualTo(error);
                    assertThat(problem.status()).isEqualTo(status);
                });
    }
}
