/** Pods, callers and readers, what goes wrong with them, and what must hold nevertheless. */
@NullMarked
package dev.vesper.simulation.world;

import org.jspecify.annotations.NullMarked;
