/** Feature switches of the system and of instances. */
@NullMarked
package dev.vesper.projection.read.features;

import org.jspecify.annotations.NullMarked;
