/** Machines, and what they prove themselves with. */
@NullMarked
package dev.vesper.eventstore.write.user.machine;

import org.jspecify.annotations.NullMarked;
