package dev.vesper.local;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code up --detach}: starts this program again as a process that the terminal does not reach, shows what it says until it is
 * ready, and leaves it alone.
 */
final class DetachedUp {
    private static final String CHILD = "vesper.local.detached";

    private static final String READY = "\u0004ready";

    private final StackOptions options;
    private final List<String> words;
    private final Screen screen;

    DetachedUp(StackOptions options, List<String> words, Screen screen) {
        this.options = options;
        this.words = words;
        this.screen = screen;
    }

    int run() {
        var data = new DataDirectory(options.data());
        data.create();
        var firstStart = data.isFresh();
        try {
            var child = start(data);
            if (!relayUntilReady(child)) {
                child.waitFor();
                return child.exitValue();
            }
            screen.table(new AddressTable(options, firstStart).lines());
            screen.note("It runs in the background; ./vesper down stops it.");
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** Whether this is the process that stays. */
    static boolean isChild() {
        return Boolean.getBoolean(CHILD);
    }

    /** What the process that stays runs: it speaks to its parent until it is ready, and to its log from then on. */
    static int child(StackOptions options) {
        var screen = Screen.ofSystem();
        return new UpCommand(options, screen).run(stack -> {
            System.out.println(READY);
            screen.speakTo(log(new DataDirectory(options.data())));
        });
    }

    private Process start(DataDirectory data) throws IOException {
        var command = new ArrayList<String>();
        // Out of the terminal's process group where the system can do that, and deaf to its end in any case.
        command.addAll(List.of(
                "sh", "-c", "trap '' INT HUP; command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\""));
        command.add("vesper");
        command.addAll(ThisProgram.command(Main.class, List.of("-D" + CHILD + "=true"), words));
        var builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new java.io.File("/dev/null")))
                .redirectError(Redirect.appendTo(data.log("vesper").toFile()));
        return builder.start();
    }

    private boolean relayUntilReady(Process child) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(READY)) {
                    return true;
                }
                screen.line(line);
            }
            return false;
        }
    }

    private static PrintStream log(DataDirectory data) {
        try {
            return new PrintStream(
                    new FileOutputStream(data.log("vesper").toFile(), true), true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
