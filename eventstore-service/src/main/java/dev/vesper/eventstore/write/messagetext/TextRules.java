package dev.vesper.eventstore.write.messagetext;

import dev.vesper.events.MessageTextEvent.Text;
import dev.vesper.eventstore.write.CommandRejected;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text may hold places that are filled in, and nothing that would be carried out. */
final class TextRules {
    private static final int LONGEST = 10_000;
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*\\.(\\w+)\\s*}}");
    private static final Set<String> KNOWN = Set.of(
            "UserName",
            "FirstName",
            "LastName",
            "NickName",
            "DisplayName",
            "LastEmail",
            "VerifiedEmail",
            "LastPhone",
            "VerifiedPhone",
            "PreferredLoginName",
            "LoginNames",
            "ChangeDate",
            "CreationDate",
            "Code",
            "OTP",
            "Expiry",
            "Domain",
            "TempUsername",
            "ApplicationName");

    private TextRules() {}

    static Text checked(Text text) {
        Text checked = new Text(
                checked(text.title(), "text.title"),
                checked(text.preHeader(), "text.preHeader"),
                checked(text.subject(), "text.subject"),
                checked(text.greeting(), "text.greeting"),
                checked(text.text(), "text.text"),
                checked(text.buttonText(), "text.buttonText"),
                checked(text.footer(), "text.footer"));
        if (checked.text() == null) {
            throw invalid("text.text", "is required");
        }
        if (checked.subject() != null && checked.subject().lines().count() > 1) {
            throw invalid("text.subject", "must be one line");
        }
        return checked;
    }

    private static @Nullable String checked(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw invalid(field, "must have at most " + LONGEST + " characters");
        }
        var places = PLACE.matcher(text);
        while (places.find()) {
            if (!KNOWN.contains(places.group(1))) {
                throw invalid(field, "names {{." + places.group(1) + "}}, which is not known");
            }
        }
        String rest = places.reset().replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            throw invalid(field, "holds {{ or }} that belong to no place to fill in");
        }
        return text;
    }

    private static CommandRejected invalid(String field, String problem) {
        return CommandRejected.invalid("INVALID_MESSAGE_TEXT", field, field + " " + problem + ".");
    }
}
