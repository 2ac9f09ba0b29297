/** Measurements. */
@NullMarked
package dev.vesper.benchmark;

import org.jspecify.annotations.NullMarked;
