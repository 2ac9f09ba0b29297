package dev.vesper.notifier.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be called. Judges the address that is connected to, not the name that led there. */
public final class EgressGuard {
    /** Everything that is not the public internet, and every form in which an IPv4 address hides in an IPv6 one. */
    private static final List<String> DENIED_BY_DEFAULT = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** A name for this machine, as {@code ./vesper up} allows it. */
    private static final String LOOPBACK = "loopback";

    private final List<AddressRange> deniedByDefault =
            DENIED_BY_DEFAULT.stream().map(AddressRange::of).toList();
    private final Rules allow;
    private final Rules deny;

    /**
     * @param allow hosts, addresses and ranges that go before the defaults
     * @param deny hosts, addresses and ranges that go before everything
     * @throws IllegalArgumentException names the entry that cannot be read
     */
    public EgressGuard(List<String> allow, List<String> deny) {
        this.allow = Rules.of(allow);
        this.deny = Rules.of(deny);
    }

    /** @return why this host must not be called at one of its addresses; empty when it may */
    public Optional<String> refusal(String host, List<InetAddress> addresses) {
        for (InetAddress address : addresses) {
            if (deny.covers(host, address)) {
                return Optional.of(address.getHostAddress() + " is denied by vesper.http.egress-deny");
            }
            if (!allow.covers(host, address) && isDeniedByDefault(address)) {
                return Optional.of(
                        address.getHostAddress() + " is not public, and vesper.http.egress-allow does not name it");
            }
        }
        return Optional.empty();
    }

    private boolean isDeniedByDefault(InetAddress address) {
        return deniedByDefault.stream().anyMatch(range -> range.contains(address));
    }

    private record Rules(Set<String> hosts, List<AddressRange> ranges) {
        static Rules of(List<String> entries) {
            Set<String> hosts = new HashSet<>();
            List<AddressRange> ranges = new ArrayList<>();
            for (String entry : entries) {
                String text = entry.strip();
                if (LOOPBACK.equals(text)) {
                    ranges.addAll(List.of(AddressRange.of("127.0.0.0/8"), AddressRange.of("::1")));
                } else if (AddressRange.isAddressOrRange(text)) {
                    ranges.add(AddressRange.of(text));
                } else {
                    hosts.add(text.toLowerCase(Locale.ROOT));
                }
            }
            return new Rules(Set.copyOf(hosts), List.copyOf(ranges));
        }

        boolean covers(String host, InetAddress address) {
            return hosts.contains(host.toLowerCase(Locale.ROOT))
                    || ranges.stream().anyMatch(range -> range.contains(address));
        }
    }
}
