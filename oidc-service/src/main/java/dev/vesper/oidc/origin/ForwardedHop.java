package dev.vesper.oidc.origin;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one proxy says of the request that it got: {@code Forwarded} (RFC 7239), or the {@code X-Forwarded-*} headers
 * where there is none. Empty text where it says nothing.
 */
record ForwardedHop(String address, String scheme, String authority) {

    /** The nearest proxy first. */
    static List<ForwardedHop> readOutwards(MultiMap headers) {
        List<ForwardedHop> hops = headers.contains("Forwarded") ? standard(headers) : customary(headers);
        return hops.reversed();
    }

    /** A proxy that is silent about a part leaves it as it was. */
    SeenRequest applyTo(SeenRequest seen) {
        return new SeenRequest(
                scheme.equals("http") || scheme.equals("https") ? scheme : seen.scheme(),
                authority.isEmpty() ? seen.authority() : authority,
                address);
    }

    private static List<ForwardedHop> standard(MultiMap headers) {
        List<ForwardedHop> hops = new ArrayList<>();
        for (String element : list(headers, "Forwarded")) {
            String address = "";
            String scheme = "";
            String authority = "";
            for (String pair : element.split(";", -1)) {
                String value = unquoted(pair.substring(pair.indexOf('=') + 1).strip());
                switch (pair.substring(0, Math.max(0, pair.indexOf('=')))
                        .strip()
                        .toLowerCase(Locale.ROOT)) {
                    case "for" -> address = withoutPort(value);
                    case "proto" -> scheme = value.toLowerCase(Locale.ROOT);
                    case "host" -> authority = value;
                    default -> {}
                }
            }
            hops.add(new ForwardedHop(address, scheme, authority));
        }
        return hops;
    }

    private static List<ForwardedHop> customary(MultiMap headers) {
        List<String> addresses = list(headers, "X-Forwarded-For");
        List<String> schemes = list(headers, "X-Forwarded-Proto");
        List<String> hosts = list(headers, "X-Forwarded-Host");
        int count = Math.max(addresses.size(), Math.max(schemes.size(), hosts.size()));
        List<ForwardedHop> hops = new ArrayList<>();
        for (int fromLast = count; fromLast >= 1; fromLast--) {
            hops.add(new ForwardedHop(
                    withoutPort(fromEnd(addresses, fromLast)),
                    fromEnd(schemes, fromLast).toLowerCase(Locale.ROOT),
                    fromEnd(hosts, fromLast)));
        }
        return hops;
    }

    /** Proxies append, so lists of different lengths agree at their ends. */
    private static String fromEnd(List<String> values, int fromLast) {
        return fromLast <= values.size() ? values.get(values.size() - fromLast) : "";
    }

    private static List<String> list(MultiMap headers, String name) {
        return headers.getAll(name).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String withoutPort(String address) {
        if (address.startsWith("[")) {
            return address.substring(1, Math.max(1, address.indexOf(']')));
        }
        int colon = address.indexOf(':');
        return colon >= 0 && colon == address.lastIndexOf(':') ? address.substring(0, colon) : address;
    }
}
