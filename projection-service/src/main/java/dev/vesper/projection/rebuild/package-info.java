/** Builds a view anew beside the one that is read, and swaps the two. */
@NullMarked
package dev.vesper.projection.rebuild;

import org.jspecify.annotations.NullMarked;
