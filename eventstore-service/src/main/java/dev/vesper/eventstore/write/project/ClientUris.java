package dev.vesper.eventstore.write.project;

import dev.vesper.eventstore.write.CommandRejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * URIs that a client registers: absolute https, or http on a loopback host (on any host in development mode), and no
 * fragment (RFC 6749, section 3.1.2). They are kept and compared exactly as given.
 */
final class ClientUris {
    private static final int MAX_LENGTH = 2000;

    private ClientUris() {}

    static List<String> checkedAll(List<String> uris, String field, boolean devMode) {
        return IntStream.range(0, uris.size())
                .mapToObj(i -> checked(uris.get(i), field + "[" + i + "]", devMode))
                .distinct()
                .toList();
    }

    static @Nullable String checkedOptional(@Nullable String uri, String field, boolean devMode) {
        return uri == null || uri.isEmpty() ? null : checked(uri, field, devMode);
    }

    /** By scheme, host and port (RFC 6454, section 4). */
    static boolean haveSameOrigin(String one, String other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(String text) {
        URI uri = URI.create(text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String checked(String text, String field, boolean devMode) {
        URI uri = parse(text, field);
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            throw invalid(field, "must be an absolute URI with a host and no user information");
        }
        if (uri.getRawFragment() != null) {
            throw invalid(field, "must not have a fragment");
        }
        if (!allowed(uri.getScheme(), host, devMode)) {
            throw invalid(field, "must be https, or http on a loopback host (any host in development mode)");
        }
        return text;
    }

    private static URI parse(String text, String field) {
        try {
            if (text.length() <= MAX_LENGTH) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            throw invalid(field, "is not a URI");
        }
        throw invalid(field, "must have at most " + MAX_LENGTH + " characters");
    }

    private static boolean allowed(@Nullable String scheme, String host, boolean devMode) {
        return "https".equalsIgnoreCase(scheme) || ("http".equalsIgnoreCase(scheme) && (devMode || isLoopback(host)));
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("[::1]")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_URI", field, field + " " + problem + ".");
    }
}
