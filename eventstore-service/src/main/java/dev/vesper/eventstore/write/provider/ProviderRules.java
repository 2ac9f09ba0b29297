package dev.vesper.eventstore.write.provider;

import dev.vesper.eventstore.write.CommandRejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider's configuration must look like. Where a call really goes is checked when it is made. */
final class ProviderRules {
    private static final int LONGEST = 200;
    private static final int LONGEST_URL = 2_000;
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final Pattern HOST_AND_PORT = Pattern.compile("[A-Za-z0-9.:\\[\\]_-]+:[0-9]{1,5}");

    private ProviderRules() {}

    static String required(@Nullable String text, String field) {
        String value = optional(text, field);
        if (value == null) {
            throw invalid(field, "is required");
        }
        return value;
    }

    static @Nullable String optional(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw invalid(field, "must have at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    static String hostAndPort(@Nullable String text, String field) {
        String value = required(text, field);
        if (!HOST_AND_PORT.matcher(value).matches()) {
            throw invalid(field, "must be a host and a port such as mail.example.com:587");
        }
        return value;
    }

    static String url(@Nullable String text, String field) {
        if (text == null || text.isBlank() || text.length() > LONGEST_URL) {
            throw invalid(field, "must be a URL of at most " + LONGEST_URL + " characters");
        }
        try {
            URI url = new URI(text.strip());
            if (url.getHost() != null && SCHEMES.contains(url.getScheme()) && url.getUserInfo() == null) {
                return url.toString();
            }
        } catch (URISyntaxException e) {
            throw invalid(field, "must be an absolute http or https URL");
        }
        throw invalid(field, "must be an absolute http or https URL, without a user");
    }

    static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_PROVIDER", field, field + " " + problem + ".");
    }
}
