package dev.vesper.local;

import java.nio.file.Path;
import java.util.List;

/** {@code ./vesper up}, {@code down}, {@code status} and {@code logs}; the script has found the JDK and has built. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        try {
            var arguments = Arguments.parse(words, calledFrom());
            var data = new DataDirectory(arguments.options(home()).data());
            return switch (arguments.command()) {
                case UP -> up(arguments, words);
                case DOWN -> new DownCommand(data, Screen.ofSystem()).run();
                case STATUS -> new StatusCommand(data, Screen.ofSystem()).run();
                case LOGS -> new LogsCommand(data, arguments.service()).run();
            };
        } catch (StackFailure e) {
            System.err.println("vesper: " + e.getMessage());
            return 1;
        }
    }

    private static int up(Arguments arguments, List<String> words) {
        var options = arguments.options(home());
        if (DetachedUp.isChild()) {
            return DetachedUp.child(options);
        }
        return arguments.detach()
                ? new DetachedUp(options, words, Screen.ofSystem()).run()
                : new UpCommand(options, Screen.ofSystem()).run();
    }

    private static Path home() {
        return Path.of(System.getProperty("vesper.home", "."));
    }

    /** Where the person stood who typed the command; the script itself runs in the home. */
    private static Path calledFrom() {
        return Path.of(System.getProperty("vesper.called-from", "."));
    }
}
