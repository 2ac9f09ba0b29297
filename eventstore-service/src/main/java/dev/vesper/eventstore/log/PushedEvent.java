package dev.vesper.eventstore.log;

/** Where an event of a push stands. */
public record PushedEvent(long sequence, int inTxOrder, int partition, String owner) {}
