package dev.vesper.benchmark;

import dev.vesper.local.LocalStack;
import dev.vesper.local.StackOptions;
import java.nio.file.Path;
import java.util.List;

/** One measurement of a stack that runs for it alone. Everything that it says is measured in this run. */
interface Benchmark {
    String name();

    /** What it measures, in a few words. */
    String subject();

    /** What the stack must be told for it. */
    default StackOptions prepare(StackOptions options) {
        return options;
    }

    /** @param directory for what it fetches and writes */
    List<Figure> run(LocalStack stack, Path directory, Effort effort) throws Exception;

    /** Runs on one start of the stack; what needs several starts does them itself. */
    default List<Figure> measure(StackOptions options, Path directory, Effort effort) throws Exception {
        try (var stack = LocalStack.start(options)) {
            return run(stack, directory, effort);
        }
    }
}
