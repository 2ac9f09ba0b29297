package dev.vesper.oidc.authorize;

import static dev.vesper.oidc.authorize.Drafts.GOOD;
import static dev.vesper.oidc.authorize.Drafts.describe;
import static dev.vesper.oidc.authorize.Drafts.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vesper.oidc.world.Fixtures;
import dev.vesper.proto.admin.v1.GrantType;
import dev.vesper.proto.admin.v1.ResponseType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 6749, sections 3.1 and 4.1; OpenID Connect Core 1.0, section 3.1.2.1. */
final class AuthorizationRequestTest {
    @Test
    void a_good_request_is_not_refused() {
        assertThat(describe(Checks.firstRefusal(Drafts.of(GOOD)))).isEqualTo("nothing");
    }

    @Test
    void rfc_6749_3_1_client_id_or_redirect_uri_given_twice_goes_nowhere() {
        assertThat(refusal("nonce", "client_id=beta-client")).isEqualTo("person: PARAMETER_TWICE");
        assertThat(refusal("nonce", "redirect_uri=https://evil.example/")).isEqualTo("person: PARAMETER_TWICE");
    }

    @Test
    void rfc_6749_3_1_any_other_parameter_given_twice_is_an_invalid_request() {
        assertThat(refusal("nonce", "scope=openid"))
                .isEqualTo("invalid_request: a parameter is included more than once");
    }

    @Test
    void rfc_6749_4_1_2_1_an_unknown_client_is_shown_to_the_person_alone() {
        Draft good = Drafts.of(GOOD);
        Draft unknown = new Draft(good.tenant(), good.parameters(), Optional.empty());

        assertThat(describe(Checks.firstRefusal(unknown))).isEqualTo("person: UNKNOWN_CLIENT");
    }

    @Test
    void rfc_6749_3_1_1_the_response_type_must_be_there_and_supported() {
        assertThat(refusal("response_type", "x=")).isEqualTo("invalid_request: response_type is missing");
        assertThat(refusal("response_type", "response_type=token"))
                .isEqualTo("unsupported_response_type: response_type must be code");
    }

    @Test
    void rfc_6749_4_1_2_1_the_client_must_be_registered_for_code() {
        var wrongType = Fixtures.web()
                .clearResponseTypes()
                .addResponseTypes(ResponseType.RESPONSE_TYPE_ID_TOKEN)
                .build();
        var wrongGrant = Fixtures.web()
                .clearGrantTypes()
                .addGrantTypes(GrantType.GRANT_TYPE_DEVICE_CODE)
                .build();

        assertThat(describe(Checks.firstRefusal(Drafts.of(GOOD, wrongType))))
                .isEqualTo("unauthorized_client: the client may not use this response_type");
        assertThat(describe(Checks.firstRefusal(Drafts.of(GOOD, wrongGrant))))
                .isEqualTo("unauthorized_client: the client may not use the code grant");
    }

    @Test
    void multiple_response_types_2_1_an_unknown_response_mode_is_refused() {
        assertThat(refusal("nonce", "response_mode=fragment"))
                .isEqualTo("invalid_request: response_mode must be query or form_post");
    }

    @Test
    void oidc_core_3_1_2_1_scope_must_contain_openid() {
        assertThat(refusal("scope", "scope=profile+openidx")).isEqualTo("invalid_scope: scope must contain openid");
        assertThat(refusal("scope", "scope=profile+openid")).isEqualTo("nothing");
    }

    @Test
    void oidc_core_3_1_2_1_prompt_none_stands_alone_and_others_are_known() {
        assertThat(refusal("nonce", "prompt=none+login")).isEqualTo("invalid_request: prompt none must stand alone");
        assertThat(refusal("nonce", "prompt=dance")).isEqualTo("invalid_request: prompt has an unknown value");
        assertThat(refusal("nonce", "prompt=login+consent")).isEqualTo("nothing");
    }

    @Test
    void oidc_core_3_1_2_1_max_age_is_a_number_of_seconds() {
        assertThat(refusal("nonce", "max_age=-1")).isEqualTo("invalid_request: max_age must be a number of seconds");
        assertThat(refusal("nonce", "max_age=0")).isEqualTo("nothing");
    }

    @Test
    void oidc_core_3_1_2_6_request_objects_are_refused_and_not_ignored() {
        assertThat(refusal("nonce", "request=e30.e30.")).startsWith("request_not_supported");
        assertThat(refusal("nonce", "request_uri=https://rp.example.com/r")).startsWith("request_uri_not_supported");
        assertThat(refusal("nonce", "registration=%7B%7D")).startsWith("registration_not_supported");
    }

    @Test
    void oidc_core_3_1_2_1_unknown_parameters_are_ignored() {
        assertThat(refusal("nonce", "extra=foobar&display=popup&acr_values=1&claims_locales=se"))
                .isEqualTo("nothing");
    }
}
