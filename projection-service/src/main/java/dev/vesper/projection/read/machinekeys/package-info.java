/** Public keys of machines. */
@NullMarked
package dev.vesper.projection.read.machinekeys;

import org.jspecify.annotations.NullMarked;
