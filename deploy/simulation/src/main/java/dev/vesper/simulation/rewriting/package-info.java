/**
 * Loads the services' classes with some of their calls turned aside: those that ask for the time, wait, start threads or reach
 * for the network. All else of them is as it was compiled, and they know nothing of it.
 */
@NullMarked
package dev.vesper.simulation.rewriting;

import org.jspecify.annotations.NullMarked;
