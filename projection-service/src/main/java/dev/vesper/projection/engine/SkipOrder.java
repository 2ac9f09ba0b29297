package dev.vesper.projection.engine;

/** An operator's order to leave out the event that failed. */
record SkipOrder(String by, String reason) {}
