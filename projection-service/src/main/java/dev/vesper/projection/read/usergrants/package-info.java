/** Which roles of which projects users have. */
@NullMarked
package dev.vesper.projection.read.usergrants;

import org.jspecify.annotations.NullMarked;
