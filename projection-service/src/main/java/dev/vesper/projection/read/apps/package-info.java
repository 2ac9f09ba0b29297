/** Relying parties as they are registered. */
@NullMarked
package dev.vesper.projection.read.apps;

import org.jspecify.annotations.NullMarked;
