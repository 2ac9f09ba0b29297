/** Keeps every view in step with the log: one consumer, one thread and one transaction per batch and projection. */
@NullMarked
package dev.vesper.projection.engine;

import org.jspecify.annotations.NullMarked;
