/** People: who they are and whether they may sign in. */
@NullMarked
package dev.vesper.eventstore.write.user;

import org.jspecify.annotations.NullMarked;
