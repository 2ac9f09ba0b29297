package dev.vesper.projection.setup;

import dev.vesper.projection.database.Transaction;
import java.util.function.Consumer;

/**
 * Something that is done once in the life of a database.
 *
 * @param name under which it is recorded; never changed
 * @param prepare finds out what to write, before the transaction that writes and records it
 */
record SetupStep(String name, Preparation prepare) {
    /** Answers what to write. */
    interface Preparation {
        Consumer<Transaction> run();
    }
}
