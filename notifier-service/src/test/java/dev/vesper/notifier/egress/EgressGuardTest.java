package dev.vesper.notifier.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EgressGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.0.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::1",
                "2001::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "ff02::1"
            })
    void what_is_not_the_public_internet_is_denied(String address) {
        assertThat(refused(new EgressGuard(List.of(), List.of()), "rp.example", address))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07::1", "11.0.0.1"})
    void the_public_internet_is_allowed(String address) {
        assertThat(refused(new EgressGuard(List.of(), List.of()), "rp.example", address))
                .isFalse();
    }

    @Test
    void one_denied_address_among_several_is_enough() {
        assertThat(refused(new EgressGuard(List.of(), List.of()), "rp.example", "93.184.215.14", "10.0.0.1"))
                .isTrue();
    }

    @Test
    void a_host_an_address_and_a_range_can_be_allowed() {
        EgressGuard guard = new EgressGuard(List.of("RP.internal", "10.0.0.7", "fd00:1::/32"), List.of());

        assertThat(refused(guard, "rp.INTERNAL", "192.168.0.1")).isFalse();
        assertThat(refused(guard, "other", "192.168.0.1")).isTrue();
        assertThat(refused(guard, "other", "10.0.0.7")).isFalse();
        assertThat(refused(guard, "other", "10.0.0.8")).isTrue();
        assertThat(refused(guard, "other", "fd00:1:2::3")).isFalse();
    }

    @Test
    void loopback_is_a_range_with_a_name() {
        EgressGuard guard = new EgressGuard(List.of("loopback"), List.of());

        assertThat(refused(guard, "localhost", "127.0.0.1", "::1")).isFalse();
        assertThat(refused(guard, "localhost", "10.0.0.1")).isTrue();
    }

    @Test
    void what_is_denied_by_the_operator_stays_denied_whatever_is_allowed() {
        EgressGuard guard =
                new EgressGuard(List.of("10.0.0.0/8", "evil.example"), List.of("10.6.0.0/16", "evil.example"));

        assertThat(refused(guard, "rp", "10.5.0.1")).isFalse();
        assertThat(refused(guard, "rp", "10.6.0.1")).isTrue();
        assertThat(refused(guard, "evil.example", "93.184.215.14")).isTrue();
    }

    @Test
    void an_entry_that_cannot_be_read_stops_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EgressGuard(List.of("10.0.0.0/64"), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new EgressGuard(List.of("10.0.0"), List.of()));
    }

    private static boolean refused(EgressGuard guard, String host, String... addresses) {
        return guard.refusal(
                        host,
                        Arrays.stream(addresses).map(InetAddress::ofLiteral).toList())
                .isPresent();
    }
}
