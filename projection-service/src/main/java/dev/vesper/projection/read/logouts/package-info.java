/** Who is to be told that a session ended, and what became of it. */
@NullMarked
package dev.vesper.projection.read.logouts;

import org.jspecify.annotations.NullMarked;
