/** Second factors of people. */
@NullMarked
package dev.vesper.eventstore.write.user.factor;

import org.jspecify.annotations.NullMarked;
