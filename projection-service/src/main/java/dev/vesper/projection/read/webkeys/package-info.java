/** Public signing keys. */
@NullMarked
package dev.vesper.projection.read.webkeys;

import org.jspecify.annotations.NullMarked;
