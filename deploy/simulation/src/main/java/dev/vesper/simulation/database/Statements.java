package dev.vesper.simulation.database;

import dev.vesper.simulation.scheduling.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named statements that are known, found by the text of their resource: one that changes there is a stranger here. */
public final class Statements {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Body> bodies = new LinkedHashMap<>();

    /** What a statement does. */
    @FunctionalInterface
    public interface Body {
        Result run(Transaction transaction, Arguments arguments);
    }

    /** Those that the services send. */
    public static Statements ofServices() {
        Statements statements = new Statements();
        LogStatements.addTo(statements);
        LogReads.addTo(statements);
        RelayStatements.addTo(statements);
        LayoutStatements.addTo(statements);
        ProjectionStatements.addTo(statements);
        ViewStatements.addTo(statements);
        NotifierStatements.addTo(statements);
        DeliveryStatements.addTo(statements);
        ClaimStatements.addTo(statements);
        return statements;
    }

    /** @param resource for example {@code sql/log/take_locks} */
    public Statements add(String resource, Body body) {
        names.put(text(resource), resource);
        bodies.put(resource, body);
        return this;
    }

    /** Puts a fault in place of what is right. */
    public void replace(String resource, Body body) {
        if (bodies.replace(resource, body) == null) {
            throw new IllegalArgumentException("there is no statement " + resource);
        }
    }

    public Map<String, Body> all() {
        return bodies;
    }

    String nameOf(String text) {
        String name = names.get(text.strip());
        if (name == null) {
            throw new Violation("the simulated database does not know the statement\n" + text);
        }
        return name;
    }

    /** @param joined statements with question marks, one after the other */
    List<NumberedText> split(String joined) {
        List<NumberedText> found = new ArrayList<>();
        String rest = joined;
        while (!rest.isEmpty()) {
            NumberedText first = first(rest);
            found.add(first);
            String left = rest.substring(first.withQuestionMarks().length());
            rest = left.startsWith(";") ? left.substring(1).strip() : left.strip();
        }
        return found;
    }

    private NumberedText first(String joined) {
        return names.keySet().stream()
                .map(NumberedText::of)
                .filter(known ->
                        joined.equals(known.withQuestionMarks()) || joined.startsWith(known.withQuestionMarks() + ";"))
                .findFirst()
                .orElseThrow(() -> new Violation("the simulated database does not know the statement\n" + joined));
    }

    public Body body(String resource) {
        Body body = bodies.get(resource);
        if (body == null) {
            throw new IllegalArgumentException("there is no statement " + resource);
        }
        return body;
    }

    public static String text(String resource) {
        try (InputStream in = Statements.class.getResourceAsStream("/" + resource + ".sql")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource + ".sql");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
