/** Which apps must be told when a session ends. */
@NullMarked
package dev.vesper.eventstore.write.sessionlogout;

import org.jspecify.annotations.NullMarked;
