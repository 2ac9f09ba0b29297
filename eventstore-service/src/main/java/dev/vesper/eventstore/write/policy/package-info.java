/** What instances and organisations rule, and whose ruling holds. */
@NullMarked
package dev.vesper.eventstore.write.policy;

import org.jspecify.annotations.NullMarked;
