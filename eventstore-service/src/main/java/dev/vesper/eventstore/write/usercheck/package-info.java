/** Results of credential checks, kept apart from the user so that parallel guesses count. */
@NullMarked
package dev.vesper.eventstore.write.usercheck;

import org.jspecify.annotations.NullMarked;
