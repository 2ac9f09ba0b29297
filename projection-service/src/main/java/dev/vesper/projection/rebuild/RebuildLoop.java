package dev.vesper.projection.rebuild;

import dev.vesper.projection.database.Database;
import dev.vesper.projection.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * This pod's part in the rebuilds: it joins each one that is running, so that all pods share its partitions as they share the
 * view's, swaps it when it has caught up, and drops what is no longer read. Any pod may die at any time: the others
 * have its partitions after the session timeout, and go on at its checkpoints.
 */
public final class RebuildLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(RebuildLoop.class);
    private static final int LOOKS_PER_RETIREMENT = 60;

    private final Engine engine;
    private final Rebuilds rebuilds;
    private final RebuildSettings settings;
    private final Swap swap;
    private final Retirement retirement;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int looks;

    public RebuildLoop(Engine engine, Rebuilds rebuilds, Database database, RebuildSettings settings) {
        this.engine = engine;
        this.rebuilds = rebuilds;
        this.settings = settings;
        this.swap = new Swap(database, settings.swapWait(), settings.lockTimeout(), this::stopsWithin);
        this.retirement = new Retirement(database, settings.grace(), settings.lockTimeout());
    }

    @Override
    public void run() {
        while (!stopsWithin(settings.poll())) {
            try {
                runOnce();
            } catch (RuntimeException e) {
                LOG.warnf(
                        "Rebuilds were not looked after: %s. The next look follows in %s.",
                        e.getMessage(), settings.poll());
            }
        }
    }

    public void stop() {
        stopped.countDown();
    }

    /** One look at all orders. */
    public void runOnce() {
        List<Rebuild> open = rebuilds.open();
        leaveAllBut(open);
        for (Rebuild rebuild : open) {
            engine.projection(rebuild.projection())
                    .filter(projection -> projection.version() == rebuild.version())
                    .ifPresent(projection -> {
                        if (rebuild.isBuilding()) {
                            engine.beginBeside(new RebuiltProjection(projection, rebuild));
                        }
                    });
            apart(rebuild);
        }
        if (looks++ % LOOKS_PER_RETIREMENT == 0) {
            engine.projections().forEach(retirement::dropSuperseded);
        }
    }

    /** What fails for one is tried again at the next look, and keeps nobody else from being looked after. */
    private void apart(Rebuild rebuild) {
        try {
            lookAfter(rebuild);
        } catch (RuntimeException e) {
            LOG.infof(
                    "Rebuild %d of projection %s (%s) stays as it is until the next look: %s",
                    rebuild.id(), rebuild.projection(), rebuild.state(), e.getMessage());
        }
    }

    private void lookAfter(Rebuild rebuild) {
        if (rebuild.isBuilding()) {
            if (swap.attempt(rebuild)) {
                engine.endBeside(rebuild.buildName());
            }
        } else if (rebuild.isSwapped()) {
            retirement.dropReplaced(rebuild);
        } else {
            retirement.dropBuilt(rebuild);
        }
    }

    private void leaveAllBut(List<Rebuild> open) {
        var building = open.stream()
                .filter(Rebuild::isBuilding)
                .map(Rebuild::buildName)
                .collect(Collectors.toSet());
        engine.beside().stream().filter(name -> !building.contains(name)).forEach(engine::endBeside);
    }

    private boolean stopsWithin(Duration time) {
        try {
            return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
