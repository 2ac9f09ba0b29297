package dev.vesper.projection.engine;

import java.time.Duration;

/** One projection at work, on a thread of its own. */
record Running(
        Projection projection,
        Progress progress,
        ProjectionMetrics metrics,
        Checkpoints checkpoints,
        ProjectionLoop loop,
        Thread thread) {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    static Running of(Projection projection, EngineParts parts) {
        Progress progress = new Progress();
        ProjectionMetrics metrics = new ProjectionMetrics(projection, parts.metrics(), parts.clock());
        ProjectionLoop loop = new ProjectionLoop(projection, parts, progress, metrics);
        Thread thread = Thread.ofPlatform()
                .name("projection-" + projection.name())
                .daemon(true)
                .unstarted(loop);
        Checkpoints checkpoints = new Checkpoints(projection, parts.database());
        return new Running(projection, progress, metrics, checkpoints, loop, thread);
    }

    void start() {
        thread.start();
    }

    /** Asks it to leave its group, so that other pods go on at once. */
    void stop() {
        loop.stop();
    }

    void awaitEnd() {
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
