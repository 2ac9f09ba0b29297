package dev.vesper.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops the stack that holds a data directory. */
final class DownCommand {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final DataDirectory data;
    private final Screen screen;

    DownCommand(DataDirectory data, Screen screen) {
        this.data = data;
        this.screen = screen;
    }

    int run() {
        var holder = DataLock.holder(data.lock());
        if (holder.isEmpty()) {
            screen.line("Nothing runs on " + data.root());
            return 0;
        }
        holder.get().destroy();
        await(holder.get());
        screen.line("Stopped");
        return 0;
    }

    private void await(ProcessHandle holder) {
        try {
            holder.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StackFailure(
                    "Process " + holder.pid() + " still runs after " + LIMIT.toSeconds() + " s; see " + data.logs(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot watch process " + holder.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while process " + holder.pid() + " was stopping", e);
        }
    }
}
