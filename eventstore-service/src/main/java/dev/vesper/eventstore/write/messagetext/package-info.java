/** What messages to people say. */
@NullMarked
package dev.vesper.eventstore.write.messagetext;

import org.jspecify.annotations.NullMarked;
