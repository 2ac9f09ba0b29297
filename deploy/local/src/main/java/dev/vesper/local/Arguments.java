package dev.vesper.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was asked for on the command line. */
record Arguments(
        Command command,
        Optional<Path> data,
        int portBase,
        Optional<String> externalUrl,
        boolean demo,
        boolean detach,
        Optional<String> service) {
    enum Command {
        UP,
        DOWN,
        STATUS,
        LOGS
    }

    /**
     * @param calledFrom what a relative path is relative to
     * @throws StackFailure that says what is wrong with them
     */
    static Arguments parse(List<String> words, Path calledFrom) {
        return new Parser(new ArrayDeque<>(words), calledFrom).parse();
    }

    StackOptions options(Path home) {
        return StackOptions.of(home, data.orElse(home.resolve(".vesper")))
                .withPorts(new Ports(portBase))
                .withExternalUrl(externalUrl)
                .withDemo(demo)
                .withSupervision();
    }

    private static final class Parser {
        private final Deque<String> words;
        private final Path calledFrom;
        private Optional<Path> data = Optional.empty();
        private int portBase = Ports.DEFAULT_BASE;
        private Optional<String> externalUrl = Optional.empty();
        private boolean demo;
        private boolean detach;
        private Optional<String> service = Optional.empty();

        Parser(Deque<String> words, Path calledFrom) {
            this.words = words;
            this.calledFrom = calledFrom;
        }

        Arguments parse() {
            var command = command(words.isEmpty() ? "" : words.pop());
            while (!words.isEmpty()) {
                option(command, words.pop());
            }
            return new Arguments(command, data, portBase, externalUrl, demo, detach, service);
        }

        private void option(Command command, String word) {
            if (word.equals("--data")) {
                data = Optional.of(calledFrom.resolve(valueOf(word)));
            } else if (command == Command.UP) {
                upOption(word);
            } else if (command == Command.LOGS && !word.startsWith("-") && service.isEmpty()) {
                service = Optional.of(word);
            } else {
                throw unknown(word);
            }
        }

        private void upOption(String word) {
            switch (word) {
                case "--demo" -> demo = true;
                case "--detach" -> detach = true;
                case "--port-base" -> portBase = new Ports(number(word, valueOf(word))).base();
                case "--external-url" -> externalUrl = Optional.of(origin(word, valueOf(word)));
                default -> throw unknown(word);
            }
        }

        private String valueOf(String option) {
            if (words.isEmpty() || words.peek().startsWith("--")) {
                throw new StackFailure(option + " needs a value");
            }
            return words.pop();
        }

        private static Command command(String word) {
            return switch (word) {
                case "up" -> Command.UP;
                case "down" -> Command.DOWN;
                case "status" -> Command.STATUS;
                case "logs" -> Command.LOGS;
                default -> throw unknown(word);
            };
        }

        private static int number(String option, String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                throw new StackFailure(option + " needs a number, not " + value, e);
            }
        }

        /** An issuer is compared as a string, so it must have the one form that a browser gives an origin. */
        private static String origin(String option, String value) {
            var wrong = new StackFailure(option + " needs an origin such as https://id.example.com, not " + value);
            try {
                var url = URI.create(value.replaceFirst("/$", ""));
                var hasOnlyOrigin = url.getHost() != null && url.getRawPath().isEmpty() && url.getRawQuery() == null;
                if (!hasOnlyOrigin || !List.of("http", "https").contains(url.getScheme())) {
                    throw wrong;
                }
                return url.toString();
            } catch (IllegalArgumentException e) {
                wrong.initCause(e);
                throw wrong;
            }
        }

        private static StackFailure unknown(String word) {
            return new StackFailure("I do not know '" + word + "'; ./vesper help shows what there is");
        }
    }
}
