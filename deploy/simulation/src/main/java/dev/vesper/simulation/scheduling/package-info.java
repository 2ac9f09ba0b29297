/** One thing at a time: who goes next, what time it is, and chance, all from one seed. */
@NullMarked
package dev.vesper.simulation.scheduling;

import org.jspecify.annotations.NullMarked;
