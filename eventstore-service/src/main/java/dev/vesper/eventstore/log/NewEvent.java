package dev.vesper.eventstore.log;

/**
 * An event to append.
 *
 * @param type registered name, for example {@code session.terminated}
 * @param revision from 1
 * @param payload a JSON object as text, personal fields sealed, secret fields included; empty for none
 */
public record NewEvent(String type, int revision, String payload) {}
