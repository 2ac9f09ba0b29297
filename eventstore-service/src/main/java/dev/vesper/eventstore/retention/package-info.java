/** Moves what is finished and old out of the way of what is not. Every reader still sees it where it was. */
@NullMarked
package dev.vesper.eventstore.retention;

import org.jspecify.annotations.NullMarked;
