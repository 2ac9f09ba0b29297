package dev.vesper.eventstore.write;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of hosts (RFC 1123, section 2.1), in lower case. */
public final class DomainNames {
    private static final int MAX_LENGTH = 253;
    private static final Pattern LABELS =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    private DomainNames() {}

    /** @throws CommandRejected for what is no name of a host; a port or a scheme is no part of one */
    public static String checked(String domain) {
        String name = domain.strip().toLowerCase(Locale.ROOT);
        if (name.length() > MAX_LENGTH || !LABELS.matcher(name).matches()) {
            throw CommandRejected.invalid(
                    "INVALID_DOMAIN",
                    "domain",
                    "domain must be the name of a host such as id.example.com, without scheme and port.");
        }
        return name;
    }
}
