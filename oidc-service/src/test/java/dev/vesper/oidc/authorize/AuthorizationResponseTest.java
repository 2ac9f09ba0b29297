package dev.vesper.oidc.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** RFC 6749, section 4.1.2; RFC 9207, section 2. */
final class AuthorizationResponseTest {
    @Test
    void the_state_goes_back_as_it_came_and_the_issuer_with_it() {
        var address = new ReturnAddress("https://rp.example.com/cb?a=b", "", "x +%&=\"", "https://id.example.com");

        assertThat(address.code("c", Optional.empty()).build().getHeaderString("Location"))
                .isEqualTo("https://rp.example.com/cb?a=b&code=c&state=x%20%2B%25%26%3D%22"
                        + "&iss=https%3A%2F%2Fid.example.com");
    }

    @Test
    void without_a_state_none_is_made_up() {
        var address = new ReturnAddress("com.example.app:/cb", "query", "", "https://id.example.com");

        assertThat(address.error("login_required", "sign in").build().getHeaderString("Location"))
                .isEqualTo("com.example.app:/cb?error=login_required&error_description=sign%20in"
                        + "&iss=https%3A%2F%2Fid.example.com");
    }
}
