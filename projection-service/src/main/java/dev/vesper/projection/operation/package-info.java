/** What operators see of projections, and what they order. */
@NullMarked
package dev.vesper.projection.operation;

import org.jspecify.annotations.NullMarked;
