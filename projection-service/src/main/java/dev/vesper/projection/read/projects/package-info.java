/** Projects. */
@NullMarked
package dev.vesper.projection.read.projects;

import org.jspecify.annotations.NullMarked;
