package dev.vesper.local;

import java.time.Duration;

/** Hears what becomes of the parts of a stack. Calls come from several threads. */
public interface StackListener {
    /** For tests, which ask instead. */
    StackListener SILENT = new StackListener() {};

    default void ready(String part, Duration took) {}

    /** A part ended that nobody had stopped. */
    default void ended(String part, String consequence) {}

    default void stopping() {}
}
