/** Reactions of the write side to its own events: each follows the log under a lease and answers with commands. */
@NullMarked
package dev.vesper.eventstore.automation;

import org.jspecify.annotations.NullMarked;
