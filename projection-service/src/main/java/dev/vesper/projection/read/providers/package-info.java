/** Who takes messages away, without their secrets. */
@NullMarked
package dev.vesper.projection.read.providers;

import org.jspecify.annotations.NullMarked;
