/** How long whoever called over gRPC is going to wait. */
@NullMarked
package dev.vesper.eventstore.deadline;

import org.jspecify.annotations.NullMarked;
