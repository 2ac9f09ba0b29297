/** Feature switches of the system and of an instance. */
@NullMarked
package dev.vesper.eventstore.write.feature;

import org.jspecify.annotations.NullMarked;
