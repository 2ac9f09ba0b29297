package dev.vesper.oidc.origin;

import java.net.InetAddress;
import java.util.Arrays;

/** An address, or a range of them in CIDR notation (RFC 4632). */
record AddressRange(InetAddress network, int prefixBits) {
    /** @throws IllegalArgumentException for anything but a literal address with an optional prefix length */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int longest = network.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("vesper.oidc.trusted-proxies: not a range: " + text);
        }
        return new AddressRange(network, bits);
    }

    boolean contains(String address) {
        try {
            byte[] other = InetAddress.ofLiteral(address).getAddress();
            return other.length == network.getAddress().length
                    && Arrays.equals(masked(other), masked(network.getAddress()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private byte[] masked(byte[] address) {
        for (int bit = prefixBits; bit < address.length * Byte.SIZE; bit++) {
            address[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        return address;
    }
}
