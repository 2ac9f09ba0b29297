/**
 * A PostgreSQL as far as the services rely on it: transactions that see what was committed when each of their statements began,
 * ids drawn at the first write, the horizon, advisory locks, row locks, and each named statement as a small function over
 * tables in memory. The same sequences run against a real one in {@code ConformanceTest}, so that it stays true.
 */
@NullMarked
package dev.vesper.simulation.database;

import org.jspecify.annotations.NullMarked;
