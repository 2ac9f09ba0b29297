package dev.vesper.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What people see of a stack that starts, runs and stops. */
final class Screen implements StackListener {
    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    private final boolean colours;
    private PrintStream out;

    Screen(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** The script says whether this is a terminal that wants colours. */
    static Screen ofSystem() {
        return new Screen(System.out, Boolean.getBoolean("vesper.colours"));
    }

    synchronized void speakTo(PrintStream other) {
        this.out = other;
    }

    synchronized void line(String text) {
        out.println(text);
    }

    void title(String text) {
        line("\n" + styled(BOLD, text));
    }

    void note(String text) {
        line("\n  " + styled(DIM, text) + "\n");
    }

    void allReady(long nanos) {
        line("  " + styled(GREEN, "Everything is ready") + " after " + seconds(Duration.ofNanos(nanos)));
    }

    /** Label and value per line; an empty label continues the one above, an empty value makes a heading of it. */
    void table(List<Map.Entry<String, String>> rows) {
        int width = rows.stream().mapToInt(row -> row.getKey().length()).max().orElse(0);
        line("");
        for (var row : rows) {
            if (row.getKey().isEmpty() && row.getValue().isEmpty()) {
                line("");
                continue;
            }
            var label = ("%-" + width + "s").formatted(row.getKey());
            line("  " + (row.getValue().isEmpty() ? styled(BOLD, label) : styled(DIM, label) + "  " + row.getValue()));
        }
        line("");
    }

    @Override
    public void ready(String part, Duration took) {
        line("  " + styled(GREEN, "ready") + "  %-20s".formatted(part) + styled(DIM, "%8s".formatted(seconds(took))));
    }

    @Override
    public void ended(String part, String consequence) {
        line("  " + styled(YELLOW, "ended") + "  " + part + ": " + consequence);
    }

    @Override
    public void stopping() {
        line("\n  Stopping");
    }

    String styled(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1000.0);
    }
}
