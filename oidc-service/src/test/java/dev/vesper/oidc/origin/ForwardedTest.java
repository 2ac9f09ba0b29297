package dev.vesper.oidc.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 7239, section 4, and its customary predecessors: only what trusted proxies say counts. */
final class ForwardedTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(List.of("10.0.0.0/8", "::1"));

    @Test
    void from_an_untrusted_address_nothing_counts() {
        var seen = see("192.0.2.7", headers("Forwarded", "for=1.2.3.4;proto=https;host=id.example.com"));

        assertThat(seen).isEqualTo(new SeenRequest("http", "direct:8080", "192.0.2.7"));
    }

    @Test
    void from_a_trusted_proxy_it_says_what_the_browser_saw() {
        var seen = see("10.1.1.1", headers("Forwarded", "for=192.0.2.7;proto=https;host=\"id.example.com:8443\""));

        assertThat(seen).isEqualTo(new SeenRequest("https", "id.example.com:8443", "192.0.2.7"));
    }

    @Test
    void through_two_trusted_proxies_the_outer_one_counts() {
        var seen = see(
                "10.1.1.1",
                headers("Forwarded", "for=192.0.2.7;proto=https;host=id.example.com, for=10.2.2.2;proto=http"));

        assertThat(seen).isEqualTo(new SeenRequest("https", "id.example.com", "192.0.2.7"));
    }

    @Test
    void what_a_browser_forges_in_front_of_the_proxy_does_not_count() {
        var seen = see(
                "10.1.1.1",
                headers("Forwarded", "for=9.9.9.9;proto=https;host=evil.example, for=192.0.2.7;proto=https;host=a.b"));

        assertThat(seen).isEqualTo(new SeenRequest("https", "a.b", "192.0.2.7"));
    }

    @Test
    void the_customary_headers_do_as_well() {
        var seen = see(
                "::1",
                headers("X-Forwarded-For", "9.9.9.9, 192.0.2.7")
                        .add("X-Forwarded-Proto", "https")
                        .add("X-Forwarded-Host", "id.example.com"));

        assertThat(seen).isEqualTo(new SeenRequest("https", "id.example.com", "192.0.2.7"));
    }

    private static MultiMap headers(String name, String value) {
        return MultiMap.caseInsensitiveMultiMap().add(name, value);
    }

    private static SeenRequest see(String peer, MultiMap headers) {
        return PROXIES.see(new SeenRequest("http", "direct:8080", peer), headers);
    }
}
