package dev.vesper.simulation;

import dev.vesper.simulation.broker.Clients;
import dev.vesper.simulation.database.Driver;
import dev.vesper.simulation.database.JdbcDriver;
import dev.vesper.simulation.network.Channels;
import dev.vesper.simulation.platform.Threads;
import dev.vesper.simulation.platform.Time;
import dev.vesper.simulation.platform.Waits;
import dev.vesper.simulation.rewriting.RewritingLoader;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The door: runs a seed. */
public final class Simulation {
    private static final String SCENARIO = "dev.vesper.simulation.world.World";

    /** Held, or its level would be forgotten. */
    private static final Logger SERVICES = Logger.getLogger("dev.vesper");

    private final Scenario scenario;

    public Simulation() {
        // They log every failure that is made for them; the trace says more.
        SERVICES.setLevel(Level.OFF);
        // One carrier: actors hand the turn on without waking another core. It counts where no virtual thread ran
        // before.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", "1");
        RewritingLoader loader = new RewritingLoader(
                Simulation.class.getClassLoader(),
                Time.class,
                Waits.class,
                Threads.class,
                Driver.class,
                JdbcDriver.class,
                Clients.class,
                Channels.class);
        try {
            scenario = (Scenario)
                    loader.loadClass(SCENARIO).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    public Report run(long seed) {
        return run(new Plan(seed, Optional.empty(), false));
    }

    public Report run(Plan plan) {
        FutureTask<Report> run = new FutureTask<>(() -> scenario.run(plan));
        Thread.ofVirtual().name("simulation").start(run);
        try {
            return run.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("seed " + plan.seed(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
