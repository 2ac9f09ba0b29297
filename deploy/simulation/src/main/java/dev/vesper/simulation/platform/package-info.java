/** What the services ask of the JDK, answered by the scheduler: time, threads, waits and locks. */
@NullMarked
package dev.vesper.simulation.platform;

import org.jspecify.annotations.NullMarked;
