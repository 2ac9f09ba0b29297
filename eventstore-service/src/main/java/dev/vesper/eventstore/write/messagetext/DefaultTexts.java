package dev.vesper.eventstore.write.messagetext;

import dev.vesper.events.MessageTextEvent.Text;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** What messages say where nobody has set anything. */
final class DefaultTexts {
    static final String LANGUAGE = "en";

    private final Properties texts = load();

    Text of(String messageType) {
        return new Text(
                get(messageType, "title"),
                get(messageType, "preHeader"),
                get(messageType, "subject"),
                get(messageType, "greeting"),
                get(messageType, "text"),
                get(messageType, "buttonText"),
                get(messageType, "footer"));
    }

    private String get(String messageType, String part) {
        String own = texts.getProperty(messageType + "." + part);
        return own == null ? texts.getProperty(part, "") : own;
    }

    private static Properties load() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DefaultTexts.class.getResourceAsStream("default_texts.properties")),
                StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
