package dev.vesper.eventstore.config;

/** Tells a process that was started for one task from one that serves. */
public final class OneTask {
    private OneTask() {}

    /** Whether the process ends after its task, so that nothing else is to begin. */
    public static boolean isAll(EventstoreConfig config) {
        return config.migrate().only() || !config.repair().mode().equals("off");
    }
}
