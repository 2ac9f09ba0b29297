package dev.vesper.oidc.authorize;

import static dev.vesper.oidc.authorize.Drafts.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.world.Fixtures;
import dev.vesper.proto.admin.v1.AuthMethodType;
import org.junit.jupiter.api.Test;

/** RFC 7636, and RFC 9700, section 2.1.1. */
final class PkceTest {
    @Test
    void rfc_7636_4_4_1_plain_and_no_method_which_means_plain_are_refused() {
        assertThat(refusal("code_challenge_method", "code_challenge_method=plain"))
                .isEqualTo("invalid_request: code_challenge_method must be S256");
        assertThat(refusal("code_challenge_method", "x="))
                .isEqualTo("invalid_request: code_challenge_method must be S256");
    }

    @Test
    void rfc_7636_4_2_a_challenge_is_the_base64url_of_a_sha_256() {
        assertThat(refusal("code_challenge", "code_challenge=short")).startsWith("invalid_request: code_challenge is");
    }

    @Test
    void rfc_9700_2_1_1_downgrade_a_public_client_cannot_leave_it_out() {
        var spa = Fixtures.web()
                .setAuthMethodType(AuthMethodType.AUTH_METHOD_TYPE_NONE)
                .build();
        Draft without = Drafts.of(Drafts.GOOD.replaceAll("&code_challenge.*", ""), spa);

        assertThat(Drafts.describe(Checks.firstRefusal(without)))
                .isEqualTo("invalid_request: code_challenge is required of public clients");
    }

    @Test
    void a_confidential_client_may_leave_it_out_but_not_half_of_it() {
        assertThat(Drafts.describe(Checks.firstRefusal(Drafts.of(Drafts.GOOD.replaceAll("&code_challenge.*", "")))))
                .isEqualTo("nothing");
        assertThat(refusal("code_challenge", "x="))
                .isEqualTo("invalid_request: code_challenge_method comes without a code_challenge");
    }
}
