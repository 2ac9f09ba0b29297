package dev.vesper.local;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Starts the stack and stays until Ctrl-C or SIGTERM. */
final class UpCommand {
    private static final int INTERRUPTED = 130;

    private final StackOptions options;
    private final Screen screen;

    UpCommand(StackOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    int run() {
        var firstStart = new DataDirectory(options.data()).isFresh();
        return run(stack -> screen.table(new AddressTable(options, firstStart).lines()));
    }

    /** @param whenReady called once everything is ready */
    int run(Consumer<LocalStack> whenReady) {
        long began = System.nanoTime();
        try (var stack = new LocalStack(options, screen)) {
            screen.title("Starting Vesper, its data in " + options.data());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::abort));
            if (!start(stack)) {
                return INTERRUPTED;
            }
            screen.allReady(System.nanoTime() - began);
            whenReady.accept(stack);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    private static boolean start(LocalStack stack) {
        try {
            stack.start();
            return true;
        } catch (StackFailure e) {
            if (stack.isAborted()) {
                return false;
            }
            throw e;
        }
    }
}
