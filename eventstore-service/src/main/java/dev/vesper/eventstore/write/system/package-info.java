/** Settings above all instances. */
@NullMarked
package dev.vesper.eventstore.write.system;

import org.jspecify.annotations.NullMarked;
