package dev.vesper.eventstore.write.user.human;

import dev.vesper.eventstore.write.CommandRejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The link in a message, as the reference system writes it: {@code https://app.example/verify?code={{.Code}}}. */
final class UrlTemplate {
    private static final String FIELD = "sendCode.urlTemplate";
    private static final int LONGEST = 1_000;
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*\\.(\\w+)\\s*}}");
    private static final Set<String> KNOWN = Set.of("Code", "UserID", "OrgID");
    private static final Set<String> SCHEMES = Set.of("https", "http");

    private UrlTemplate() {}

    /** @return null for an absent one */
    static @Nullable String checked(@Nullable String template) {
        if (template == null || template.isBlank()) {
            return null;
        }
        String text = template.strip();
        if (text.length() > LONGEST) {
            throw invalid("must have at most " + LONGEST + " characters");
        }
        var places = PLACE.matcher(text);
        while (places.find()) {
            if (!KNOWN.contains(places.group(1))) {
                throw invalid("may hold {{.Code}}, {{.UserID}} and {{.OrgID}} only");
            }
        }
        checkUrl(places.reset().replaceAll("x"));
        return text;
    }

    /** What is left of braces and blanks once the fields are filled in is no URL. */
    private static void checkUrl(String filled) {
        try {
            URI url = new URI(filled);
            if (url.getHost() == null || !SCHEMES.contains(url.getScheme())) {
                throw invalid("must be an absolute http or https URL");
            }
        } catch (URISyntaxException e) {
            throw invalid("must be a URL once its fields are filled in");
        }
    }

    private static CommandRejected invalid(String problem) {
        return CommandRejected.invalid("INVALID_URL_TEMPLATE", FIELD, FIELD + " " + problem + ".");
    }
}
