/** What others keep with users. */
@NullMarked
package dev.vesper.eventstore.write.user.metadata;

import org.jspecify.annotations.NullMarked;
