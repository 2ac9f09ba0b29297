package dev.vesper.notifier.egress;

import java.net.InetAddress;

/** Addresses with a common prefix (CIDR, RFC 4632); a lone address is a range of one. */
record AddressRange(InetAddress prefix, int bits) {
    /** @throws IllegalArgumentException when the text is neither an address nor a range */
    static AddressRange of(String text) {
        String[] parts = text.split("/", 2);
        InetAddress prefix = literal(parts[0]);
        int most = prefix.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("a prefix of " + bits + " bits in " + text);
        }
        return new AddressRange(prefix, bits);
    }

    static boolean isAddressOrRange(String text) {
        return text.indexOf(':') >= 0 || text.matches("[0-9.]+(/[0-9]+)?");
    }

    boolean contains(InetAddress address) {
        byte[] mine = prefix.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Never looks a name up, and takes no short forms of IPv4 addresses, which mean something else than they seem to. */
    private static InetAddress literal(String text) {
        if (text.indexOf(':') < 0 && !text.matches("[0-9]+(\\.[0-9]+){3}")) {
            throw new IllegalArgumentException("not an address: " + text);
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an address: " + text, e);
        }
    }
}
