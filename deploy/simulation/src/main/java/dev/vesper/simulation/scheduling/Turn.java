package dev.vesper.simulation.scheduling;

/** Something that may go next: an actor that waits, a statement that the database was sent, a broker's own work. */
public interface Turn {
    long NEVER = Long.MAX_VALUE;

    String name();

    boolean isReady(long nowNanos);

    /** When it becomes ready by time alone. */
    long dueNanos();

    void take();

    /** Whether it will never be ready again. */
    boolean isOver();
}
