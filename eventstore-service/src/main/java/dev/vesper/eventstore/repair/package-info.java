/** Compares the log with all that others have seen of it, and puts it above them after a restore or a failover. */
@NullMarked
package dev.vesper.eventstore.repair;

import org.jspecify.annotations.NullMarked;
