package dev.vesper.simulation.platform;

import dev.vesper.simulation.scheduling.Actor;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** An actor per task. */
final class SimulatedExecutor extends AbstractExecutorService {
    private boolean shutdown;
    private int tasks;

    @Override
    public void execute(Runnable task) {
        tasks++;
        Actor.current().host().start("task-" + tasks, task);
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
