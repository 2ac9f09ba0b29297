package dev.vesper.eventstore.log;

/** Marks a subject as ended at the position of the push that carries it. The newest marker of a subject wins. */
public record Marker(Subject subject, String reason) {}
